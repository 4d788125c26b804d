import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { ask, expect, PHONE, settled, test } from './product'
import { closed, drawer, pick, press, question, save } from './forms'
import { sheetOf } from './files'

test.use({ refusals: true })

const mark = String(Date.now() % 1_000_000)

test('a system is registered, revised and retired, also by an English reader on a phone', async ({ enter }) => {
  const name = `联调系统${mark}`
  const page = await enter('manager')
  await page.goto('/systems')
  await settled(page)
  await page.getByRole('button', { name: '新建系统' }).click()
  await question(drawer(page), '名称').getByRole('textbox').fill(name)
  await question(drawer(page), '代码').getByRole('textbox').fill('erp')
  await press(drawer(page), '系统类别', 'C 类')
  await question(drawer(page), '服务时间').getByRole('combobox').click()
  await page.locator('.ant-select-item-option').filter({ hasText: '7×24' }).click()
  await pick(page, question(drawer(page), '所属单位').getByRole('combobox'), '信息技术部')
  await pick(page, question(drawer(page), '责任人').getByRole('combobox'), '高翔')
  await pick(page, question(drawer(page), '运维组').getByRole('combobox'), '总部系统运维组')
  await save(page)
  await expect(question(drawer(page), '代码')).toContainText('系统代码已被使用')
  await question(drawer(page), '代码').getByRole('textbox').fill(`e2e-${mark}`)
  await save(page)
  await closed(page)
  await page.getByRole('searchbox').fill(name)
  await page.getByRole('link', { name }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await expect(page.locator('main')).toContainText(`E2E-${mark}`)

  await page.getByRole('button', { name: '编辑' }).click()
  await press(drawer(page), '系统类别', 'A 类')
  await pick(page, question(drawer(page), '责任人').getByRole('combobox'), '杨帆')
  await question(drawer(page), '说明').getByRole('textbox').fill('联调用，验收后停用')
  await save(page)
  await closed(page)
  await expect(page.locator('main')).toContainText('A 类')
  await expect(page.locator('main')).toContainText('杨帆')

  const phone = await enter('manager', { ...PHONE, language: 'en-US', theme: 'dark' })
  await phone.goto(new URL(page.url()).pathname)
  await phone.getByRole('button', { name: 'Edit' }).click()
  await phone.getByRole('dialog').getByRole('switch').click()
  await phone.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await expect(phone.getByText('Retired')).toBeVisible()
  await page.goto('/systems?active=false')
  await expect(page.getByRole('link', { name })).toBeVisible()
})

interface Rows {
  count: number
  rows: { name?: string; number?: string; title?: string }[]
}

async function taken(page: Page, format: string): Promise<{ name: string; bytes: Buffer }> {
  await page.getByRole('button', { name: '导出' }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: format }).click(),
  ])
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
}

test('lists go to Excel and CSV as they are filtered', async ({ enter }) => {
  const page = await enter('manager')
  for (const [list, api, column] of [
    [
      '/systems?systemClass=A',
      '/api/systems?systemClass=A&size=100',
      '代码,名称,系统类别,服务时间,所属单位,责任人,运维组,在用,说明',
    ],
    ['/incidents?state=CLOSED&level=LEVEL_II', '/api/incidents?state=CLOSED&level=LEVEL_II&size=100', '编号'],
    ['/work-orders?phase=OPEN', '/api/work-orders?phase=OPEN&size=100', '编号'],
  ] as const) {
    const { rows, count } = await ask<Rows>(page, api)
    expect(rows.length, list).toBeGreaterThan(0)
    await page.goto(list)
    await settled(page)
    const csv = await taken(page, '导出 CSV')
    expect(csv.name).toMatch(/\.csv$/)
    const lines = csv.bytes.toString('utf8')
    expect(lines.charCodeAt(0), 'Excel needs the mark to read UTF-8').toBe(0xfeff)
    expect(lines.split('\n')[0]).toContain(column)
    const xlsx = await taken(page, '导出 Excel')
    expect(xlsx.name).toMatch(/\.xlsx$/)
    const sheet = sheetOf(xlsx.bytes)
    expect(sheet.length, list).toBe(count + 1)
    expect(sheet[0]?.join(',')).toContain(column)
    for (const [index, row] of rows.entries()) {
      const word = row.number ?? row.name ?? ''
      expect(
        sheet.some((cells) => cells.includes(word)),
        `${list}: row ${index}, ${word}`,
      ).toBe(true)
      expect(lines).toContain(word)
    }
  }
})
