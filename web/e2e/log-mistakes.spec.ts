import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { ask, expect, settled, test } from './product'
import { closed, confirm, drawer, pick, question, save } from './forms'
import { sheetOf } from './files'

test.use({ refusals: true })

/** Told apart from the last run's. */
const mark = String(Date.now() % 1_000_000)
const MAPPING = `e2e-${mark}`
const HEADER = 'number,incident_state,sys_updated_at,impact,urgency,priority,category,opened_at,resolved_at,closed_at'

const row = (number: string, state = 'New', at = '1/3/2016 08:05', category = '邮件'): string =>
  [number, state, at, '2 - Medium', '3 - Low', '3 - Moderate', category, '1/3/2016 08:00', '', ''].join(',')

const file = (...rows: string[]): Buffer => Buffer.from([HEADER, ...rows].join('\n'), 'utf8')

/** Hands a file in, with the mapping of this test, and waits for its page. */
async function handIn(page: Page, name: string, buffer: Buffer, mapping = `联调日志 ${mark}`): Promise<void> {
  await page.goto('/imports')
  await settled(page)
  await page.getByRole('button', { name: '导入文件' }).first().click()
  await drawer(page).locator('input[type="file"]').setInputFiles({ name, mimeType: 'text/csv', buffer })
  await pick(page, question(drawer(page), '列对应方式').getByRole('combobox'), mapping)
  await save(page, '上传并预检')
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
}

const figures = (page: Page) => page.locator('main dl').first()
const figure = (page: Page, name: string) => figures(page).locator('div').filter({ hasText: name }).locator('dd')

test('an own mapping is kept, bad rows are told with reason and original, and nothing is doubled', async ({
  enter,
}) => {
  test.setTimeout(150_000)
  const page = await enter('manager')
  await page.goto('/imports')
  await settled(page)

  // A mapping of one's own begins as a copy; what is wrong with it is said.
  await page.getByRole('button', { name: '列对应方式' }).click()
  await drawer(page).getByRole('button', { name: '复制后修改' }).first().click()
  const text = page.getByRole('textbox', { name: '内容（JSON）' })
  const mapping = JSON.parse(await text.inputValue()) as Record<string, unknown>
  await text.fill('{ not JSON')
  await save(page)
  await expect(drawer(page).getByText('不是有效的 JSON')).toBeVisible()
  for (const absent of [
    'order',
    'by',
    'group',
    'person',
    'caller',
    'met',
    'reassignments',
    'reopenings',
    'problem',
    'change',
  ])
    delete mapping[absent]
  const own = {
    ...mapping,
    id: MAPPING,
    name: `联调日志 ${mark}`,
    source: MAPPING,
    title: ['category'],
    description: [],
  }
  await text.fill(JSON.stringify({ ...own, channel: { otherwise: 'HOTLINE' }, charset: 'no-such-charset' }))
  await save(page)
  await expect(drawer(page).getByText('映射有误')).toBeVisible()
  await text.fill(JSON.stringify({ ...own, channel: { otherwise: 'HOTLINE' } }))
  await save(page)
  await expect(drawer(page).getByText(`联调日志 ${mark}`)).toBeVisible()
  await drawer(page).locator('.ant-drawer-close').click()
  await closed(page)

  // Good and bad rows in one file.
  await handIn(
    page,
    `坏行-${mark}.csv`,
    file(
      row('A1'),
      row('A1', 'Closed', '3/3/2016 08:05'),
      row('A2', 'Lost'),
      row('A3', 'New', '31/2/2016 08:06'),
      'A4,New',
      row('A5', '-100'),
      row('A6'),
    ),
  )
  await expect(page.getByRole('button', { name: '开始导入' })).toBeVisible()
  await expect(figure(page, '新建')).toHaveText('2')
  await expect(figure(page, '拒绝')).toHaveText('4')
  const refused = page.locator('main li').filter({ hasText: '第 5 行' })
  await expect(refused).toContainText('日期无法识别')
  await expect(refused.locator('code')).toContainText('A3,New,31/2/2016 08:06')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '导出 Excel' }).click(),
  ])
  const sheet = sheetOf(readFileSync(await download.path()))
  expect(sheet[0]).toEqual(['行号', '原因', '原文'])
  expect(sheet).toHaveLength(5)
  await page.getByRole('button', { name: '开始导入' }).click()
  await confirm(page, '开始导入')
  await expect(page.getByRole('button', { name: '查看导入的事件' })).toBeVisible()
  await expect(figure(page, '新建')).toHaveText('2')

  // The same again, and more.
  await handIn(page, `再来-${mark}.csv`, file(row('A1'), row('A1', 'Closed', '3/3/2016 08:05'), row('A6'), row('A7')))
  await expect(page.getByRole('button', { name: '开始导入' })).toBeVisible()
  await expect(figure(page, '新建')).toHaveText('1')
  await expect(figure(page, '无变化')).toHaveText('2')
  await page.getByRole('button', { name: '开始导入' }).click()
  await confirm(page, '开始导入')
  await page.getByRole('button', { name: '查看导入的事件' }).click()
  await settled(page)
  const { count } = await ask<{ count: number }>(page, `/api/incidents?source=${MAPPING}`)
  expect(count).toBe(3)

  // Stopped in the middle, it goes on.
  const many = Array.from({ length: 5_000 }, (_, index) => row(`N${index}`))
  await handIn(page, `很多-${mark}.csv`, file(...many))
  await page.getByRole('button', { name: '开始导入' }).click()
  await confirm(page, '开始导入')
  await page.getByRole('button', { name: '停止' }).click()
  await confirm(page, '停止')
  await page.getByRole('button', { name: '继续导入' }).click()
  await confirm(page, '开始导入')
  await expect(page.getByRole('button', { name: '查看导入的事件' })).toBeVisible({ timeout: 60_000 })
  const all = await ask<{ count: number; capped: boolean }>(page, `/api/incidents?source=${MAPPING}`)
  expect(all.capped || all.count === 5_003, `${all.count} incidents`).toBe(true)
})

test('a file that is no log of this kind is refused in words', async ({ enter }) => {
  const page = await enter('manager')
  const wrong: [string, Buffer, string][] = [
    ['empty.csv', Buffer.alloc(0), '文件是空的'],
    [
      'picture.csv',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0xff]),
      '文件不是 UTF-8 编码的文本',
    ],
    ['story.txt', Buffer.from('从前有一座山\n山里有一座庙\n'), '文件缺少映射所需的列'],
  ]
  for (const [name, buffer, said] of wrong) {
    await handIn(page, name, buffer, 'ServiceNow')
    await expect(page.getByText('没有完成')).toBeVisible()
    await expect(page.locator('main')).toContainText(said)
    await expect(page.getByRole('button', { name: '重试' })).toBeVisible()
  }
})
