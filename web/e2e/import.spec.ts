import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { expect, settled, test } from './product'
import { pick, question } from './forms'

const sample = fileURLToPath(
  new URL(
    '../../server/src/test/resources/servicenow-events/incident_event_log_until_2016-03-14.csv.gz',
    import.meta.url,
  ),
)

test('the history of another system comes in and its figures agree', async ({ enter }, info) => {
  test.setTimeout(240_000)
  expect(existsSync(sample)).toBe(true)
  const file = info.outputPath('incident_event_log.csv')
  writeFileSync(file, gunzipSync(readFileSync(sample)))

  const page = await enter('manager')
  await page.goto('/imports')
  await settled(page)
  await page.getByRole('button', { name: '导入文件' }).first().click()
  const drawer = page.getByRole('dialog')
  await drawer.locator('input[type="file"]').setInputFiles(file)
  await pick(page, question(drawer, '列对应方式').getByRole('combobox'), 'ServiceNow')
  await drawer.getByRole('button', { name: '上传并预检' }).click()

  await expect(page.getByText('预检结果')).toBeVisible()
  await expect(page.getByRole('button', { name: '开始导入' })).toBeVisible({ timeout: 90_000 })
  const figures = page.locator('main dl').first()
  await expect(figures).toContainText('4,390')
  await page.getByRole('button', { name: '开始导入' }).click()
  await page.locator('.ant-popconfirm').getByRole('button', { name: '开始导入' }).click()

  const statistics = page.getByRole('button', { name: '查看这批数据的统计' })
  await expect(statistics).toBeVisible({ timeout: 120_000 })
  await expect(figures).toContainText('4,390')
  await statistics.click()
  await settled(page)
  await expect(page.getByRole('heading', { level: 1, name: '统计' })).toBeVisible()
  const shown = page.locator('main dl').first()
  for (const stated of [
    '4,390', // incidents
    '30,930', // events
    '21.07%', // met, 925
    '925',
    '43.01%', // never reassigned, 1,888
    '1,888',
    '1.346',
    '27',
    '1.48%', // reopened, 65
    '4,208', // resolved time known
    '90.78',
    '274.27',
    '553.73',
    '1,483', // awaited the user
    '86', // with a problem
    '52', // with a change
  ])
    await expect.soft(shown).toContainText(stated)
  await shown.getByRole('link', { name: '21.07%' }).click()
  await settled(page)
  await expect(page.locator('main')).toContainText('925')
})
