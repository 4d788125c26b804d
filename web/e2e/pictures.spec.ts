import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { pick, question } from './forms'
import { account, ask, DESK, expect, PHONE, settled, test } from './product'

const folder = fileURLToPath(new URL('../../docs/pictures/', import.meta.url))
const WINDOW = { ...DESK, width: 1280, height: 720 }

interface Rows {
  rows: { id: string; version: number }[]
}

async function take(page: Page, path: string, name: string, before?: () => Promise<void>): Promise<void> {
  mkdirSync(folder, { recursive: true })
  await page.goto(path)
  await before?.()
  await settled(page)
  await page.evaluate(() => document.fonts.ready)
  await page.waitForTimeout(800)
  await page.screenshot({ path: `${folder}${name}.png`, animations: 'disabled' })
}

/** The one with the longest story. */
async function longestOf(page: Page, list: string): Promise<string> {
  const { rows } = await ask<Rows>(page, list)
  const row = rows.sort((a, b) => b.version - a.version)[0]
  expect(row, list).toBeTruthy()
  return row?.id ?? ''
}

/** Not part of the normal run: `npm run pictures` against a fresh demo company. */
test('the pictures of the documents', { tag: '@pictures' }, async ({ enter }) => {
  const desk = await enter('desk', WINDOW)
  await take(desk, '/', 'my-work')
  await take(desk, '/intake', 'intake', async () => {
    const { name, unit } = account('requester')
    await pick(desk, desk.getByRole('combobox', { name: '来电人' }), name, unit)
    await question(desk, '问题描述').getByRole('textbox').fill('打印机卡纸，取出后仍然报错，三楼大厅等着打印')
    await desk.getByRole('button', { name: '补充到这一件' }).last().waitFor()
  })
  await take(
    desk,
    `/incidents/${await longestOf(desk, '/api/incidents?state=INVESTIGATING&sort=-openedAt')}`,
    'incident',
  )
  const dark = await enter('dispatcher', { ...WINDOW, theme: 'dark' })
  await take(dark, '/incidents', 'incidents-dark')
  const manager = await enter('manager', WINDOW)
  await take(manager, '/statistics', 'statistics')
  await take(manager, '/calendars?calendar=STANDARD', 'calendar')
  await take(manager, '/agreements', 'agreements')
  await take(manager, '/compliance', 'compliance')
  const breach = (await ask<{ rows: { id: string; record: { id: string } }[] }>(manager, '/api/breaches?size=1'))
    .rows[0]
  await take(manager, `/incidents/${breach?.record.id}?explain=${breach?.id}`, 'explain')
  await take(await enter('head.east', PHONE), '/level-reports', 'level-reports-phone')
  const engineer = await enter('engineer', PHONE)
  const order = await longestOf(
    engineer,
    '/api/work-orders?state=DISPATCHED&state=ACCEPTED&state=IN_PROGRESS&mine=true&sort=-openedAt',
  )
  await take(engineer, `/work-orders/${order}`, 'work-order-phone')
})
