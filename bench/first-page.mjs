// Largest contentful paint of the sign-in page in a fresh browser, five times; prints milliseconds, one a line.
// node bench/first-page.mjs <url> <chromium>
import { createRequire } from 'node:module'
const { chromium } = createRequire(new URL('../web/package.json', import.meta.url))('@playwright/test')

const [url, executablePath] = process.argv.slice(2)
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] })
for (let turn = 0; turn < 5; turn++) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  await page.goto(url)
  await page.waitForSelector('input[type=password]')
  const paint = await page.evaluate(
    () => new Promise((done) => new PerformanceObserver((list) => done(list.getEntries().at(-1).startTime)).observe({ type: 'largest-contentful-paint', buffered: true })),
  )
  console.log(Math.round(paint))
  await context.close()
}
await browser.close()
