import { test as base, expect, type APIRequestContext, type Browser, type Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { breaches } from './contract'

interface Account {
  username: string
  password: string
  name: string
  unit: string
  roles: string[]
}

export interface Look {
  width: number
  height: number
  language: 'zh-CN' | 'en-US'
  theme: 'light' | 'dark'
}

export const DESK: Look = { width: 1440, height: 900, language: 'zh-CN', theme: 'light' }
export const PHONE: Look = { width: 390, height: 844, language: 'zh-CN', theme: 'light' }

const { accounts } = JSON.parse(readFileSync(process.env.DEMO_ACCOUNTS ?? '../data/demo-accounts.json', 'utf8')) as {
  accounts: Account[]
}

export function account(username: string): Account {
  const found = accounts.find((one) => one.username === username)
  if (!found) throw new Error(`The demo company has no account ${username}`)
  return found
}

async function unsafeHeaders(request: APIRequestContext): Promise<Record<string, string>> {
  await request.get('/api/me')
  const { cookies } = await request.storageState()
  return { 'X-XSRF-TOKEN': cookies.find((cookie) => cookie.name === 'XSRF-TOKEN')?.value ?? '' }
}

async function signIn(request: APIRequestContext, { username, password }: Account): Promise<void> {
  const headers = await unsafeHeaders(request)
  const answer = await request.post('/api/session', { headers, data: { username, password } })
  expect(answer.status(), `${username} signs in`).toBe(200)
}

type Storage = Awaited<ReturnType<APIRequestContext['storageState']>>
/** Key operations ask for a proof after ten minutes: an older session is not handed out again. */
const FRESH_MS = 5 * 60_000
const sessions = new Map<string, { storage: Storage; since: number }>()

function kept(username: string | null): Storage | undefined {
  const found = username ? sessions.get(username) : undefined
  return found && Date.now() - found.since < FRESH_MS ? found.storage : undefined
}

/** A window of one person's own; everything that must never happen in it is noted in `faults`. */
interface Watch {
  /** The only origin that may be asked. */
  home: string
  refusals: boolean
  faults: string[]
  /** Answers that are still being held against the description of the API. */
  checks: Promise<void>[]
}

async function open(browser: Browser, username: string | null, look: Look, watch: Watch): Promise<Page> {
  const { home, refusals, faults, checks } = watch
  const known = kept(username)
  const context = await browser.newContext({
    viewport: { width: look.width, height: look.height },
    colorScheme: look.theme,
    hasTouch: look.width < 600,
    ...(known && { storageState: known }),
  })
  await context.addInitScript(
    ([language, theme]) => {
      localStorage.setItem('hengwei.language', language)
      localStorage.setItem('hengwei.appearance', theme)
    },
    [look.language, look.theme] as const,
  )
  if (username && !known) {
    await signIn(context.request, account(username))
    sessions.set(username, { storage: await context.storageState(), since: Date.now() })
  }
  const page = await context.newPage()
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).origin !== home)
      faults.push(`asks another origin: ${request.url()}`)
  })
  page.on('response', (response) =>
    checks.push(breaches(response).then((found) => void faults.push(...new Set(found)))),
  )
  page.on('pageerror', (error) => faults.push(`${page.url()} breaks: ${error.message}`))
  page.on('console', (message) => {
    const expected =
      (message.location().url.endsWith('/api/me') && message.text().includes('401')) ||
      (refusals && /status of (400|401|403|409|412|413|415|500) |net::ERR_FAILED/.test(message.text()))
    if (message.type() === 'error' && !expected)
      faults.push(`${page.url()} complains: ${message.text()} (${message.location().url})`)
  })
  return page
}

interface Product {
  /** Whether the server will have reason to refuse something (`test.use({ refusals: true })`). */
  refusals: boolean
  /** Opens the product as somebody; null is nobody. */
  enter: (username: string | null, look?: Look) => Promise<Page>
}

export const test = base.extend<Product>({
  refusals: [false, { option: true }],
  enter: async ({ browser, baseURL, refusals }, provide) => {
    const faults: string[] = []
    const checks: Promise<void>[] = []
    const watch = { home: new URL(baseURL ?? '').origin, refusals, faults, checks }
    const pages: Page[] = []
    await provide(async (username, look = DESK) => {
      const page = await open(browser, username, look, watch)
      pages.push(page)
      return page
    })
    await Promise.all(checks)
    for (const page of pages) await page.context().close()
    expect(faults).toEqual([])
  },
})

/** Asks the API as the person of the page. */
export async function ask<T>(page: Page, path: string): Promise<T> {
  const answer = await page.request.get(path)
  expect(answer.ok(), `${path} answers ${answer.status()}`).toBe(true)
  return (await answer.json()) as T
}

/** Acts through the API as the person of the page, for what a test needs but does not try. */
export async function tell<T>(
  page: Page,
  path: string,
  data: object,
  headers: Record<string, string> = {},
): Promise<T> {
  const answer = await page.request.post(path, {
    headers: { ...(await unsafeHeaders(page.request)), ...headers },
    data,
  })
  expect(answer.ok(), `${path} answers ${answer.status()} ${await answer.text()}`).toBe(true)
  return (await answer.json()) as T
}

/** What a page has when it is complete: a heading, a title, nothing still on its way, nothing sticking out. */
export async function settled(page: Page): Promise<void> {
  await expect(page.locator('h1').first()).toBeVisible()
  await expect(page.locator('.ant-skeleton, .ant-spin-spinning, [aria-busy="true"]')).toHaveCount(0)
}

export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const { wide, there } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth,
    there: document.documentElement.clientWidth,
  }))
  expect(wide, `${page.url()} is wider than its window`).toBeLessThanOrEqual(there)
}

export { expect }
