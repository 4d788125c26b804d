import type { APIRequestContext, Page } from '@playwright/test'
import { ask, expect, expectNoSidewaysScroll, PHONE, settled, test } from './product'
import { confirm, pick } from './forms'

/** Told apart from the last run's. */
const mark = String(Date.now() % 1_000_000)
const alertname = `DiskWillFill${mark}`
const word = `sev-${mark}`

/** As Alertmanager sends it (webhook version 4). */
const payload = (status: 'firing' | 'resolved', severity: string) => ({
  version: '4',
  groupKey: `{}:{alertname="${alertname}"}`,
  status,
  receiver: 'hengwei',
  truncatedAlerts: 0,
  alerts: [
    {
      status,
      labels: { alertname, severity, instance: 'db-07:9100' },
      annotations: { summary: '磁盘将在四小时内写满' },
      startsAt: new Date(Date.now() - 60_000).toISOString(),
      endsAt: status === 'resolved' ? new Date().toISOString() : '0001-01-01T00:00:00Z',
      fingerprint: `f${mark}`,
    },
  ],
})

const deliver = async (request: APIRequestContext, token: string, body: unknown): Promise<number> =>
  (
    await request.post('/api/intake/alertmanager', { headers: { Authorization: `Bearer ${token}` }, data: body })
  ).status()

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: label, exact: true }).click()
  await page
    .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option')
    .filter({ hasText: option })
    .click()
}

const fates = (page: Page) => page.locator('tbody tr').filter({ hasText: alertname })

test('a token is made for monitoring, alerts come in and meet their fate, and the token is revoked', async ({
  enter,
  playwright,
}) => {
  const page = await enter('manager')
  await page.goto('/tokens')
  // What a program sends, it sends without anybody's cookies.
  const api = await playwright.request.newContext({ baseURL: new URL(page.url()).origin })
  await settled(page)
  await page.getByRole('button', { name: '新建令牌' }).click()
  const dialog = page.getByRole('dialog', { name: '新建令牌' })
  await dialog.getByRole('button', { name: '新建令牌' }).click()
  await expect(dialog.getByText('请填写名称')).toBeVisible()
  await dialog.getByLabel('名称').fill(`告警接入 ${mark}`)
  await pick(page, dialog.getByRole('combobox', { name: '权限' }), '接收', '监控告警 · 接收')
  await page.keyboard.press('Escape')
  await dialog.getByRole('button', { name: '新建令牌' }).click()
  const token = await dialog.getByRole('textbox', { name: 'API 令牌' }).inputValue()
  expect(token).toMatch(/^hw_/)
  await dialog.locator('.ant-modal-close').click()
  await expect(dialog).toBeHidden()
  const own = page.locator('main li').filter({ hasText: `告警接入 ${mark}` })
  await expect(own).toContainText('监控告警 · 接收')
  await expect(page.locator('body')).not.toContainText(token)

  // An unknown word counts as a warning: an incident is opened, a repetition is counted on it.
  expect(await deliver(api, token, payload('firing', word))).toBe(200)
  expect(await deliver(api, token, payload('firing', word))).toBe(200)
  await page.goto(`/alert-events?text=${alertname}`)
  await expect(async () => {
    await page.reload()
    await expect(fates(page)).toHaveCount(2, { timeout: 1_000 })
  }).toPass()
  await expect(fates(page).filter({ hasText: '已建事件' })).toContainText('来源的级别不认识')
  await fates(page).filter({ hasText: '已归并计数' }).getByRole('button', { name: alertname }).click()
  const drawer = page.getByRole('dialog')
  await expect(drawer).toContainText('db-07:9100')
  await expect(drawer.locator('pre')).toContainText('磁盘将在四小时内写满')
  await drawer.getByRole('button', { name: '重新处理' }).click()
  await confirm(page, '重新处理')
  await expect(page.getByText('已重新处理')).toBeVisible()
  await drawer.locator('.ant-drawer-close').click()
  await expect(fates(page)).toHaveCount(2)
  const incident = fates(page).first().getByRole('link', { name: /^INC/ })
  await expect(incident).toBeVisible()

  // The word gets a meaning: from now on it informs only.
  await page.getByRole('button', { name: '判定规则' }).click()
  await settled(page)
  await page.getByRole('textbox', { name: '来源的说法' }).fill(word)
  await page.getByRole('button', { name: '添加' }).click()
  await expect(page.locator('main li').filter({ hasText: word })).toContainText('3 警告')
  await choose(page, `严重程度 ${word}`, '5 信息')
  await expect(page.locator('main li').filter({ hasText: word })).toContainText('5 信息')
  const saved = page.waitForResponse((answer) => answer.request().method() === 'PUT')
  await choose(page, '告警恢复时 吴建国', '只在事件上记一笔')
  expect((await saved).ok()).toBe(true)
  await expect(page.getByText('已保存').first()).toBeVisible()

  // It is over; the incident is only told, as the rule of this source says.
  expect(await deliver(api, token, payload('resolved', word))).toBe(200)
  await page.goto(`/alert-events?text=${alertname}&status=RESOLVED`)
  await expect(async () => {
    await page.reload()
    await expect(fates(page)).toHaveCount(1, { timeout: 1_000 })
  }).toPass()
  await expect(fates(page)).toContainText('已追加记录')
  expect(await deliver(api, token, payload('firing', word))).toBe(200)
  expect(await deliver(api, token, 'not what Alertmanager says')).toBe(200)
  await page.goto(`/alert-events?text=${alertname}&state=IGNORED`)
  await expect(async () => {
    await page.reload()
    await expect(fates(page)).toHaveCount(1, { timeout: 1_000 })
  }).toPass()
  await page.goto('/alert-events?state=FAILED')
  await expect(page.locator('tbody tr').first()).toContainText('内容无法解析')

  // The rules go back, the token is revoked, and nothing comes in with it any more.
  const phone = await enter('manager', PHONE)
  await phone.goto('/alert-rules')
  await settled(phone)
  await expectNoSidewaysScroll(phone)
  await phone.getByRole('button', { name: `移除 ${word}` }).click()
  await confirm(phone, '移除')
  await expect(phone.getByText(word)).toHaveCount(0)
  await choose(phone, '告警恢复时 吴建国', '按统一规则')
  await page.goto('/tokens')
  await own.getByRole('button', { name: '撤销' }).click()
  await confirm(page, '撤销')
  await expect(own).toHaveCount(0)
  expect(await deliver(api, token, payload('firing', 'critical'))).toBe(401)
  const { rows } = await ask<{ rows: unknown[] }>(page, `/api/alert-events?text=${alertname}`)
  expect(rows).toHaveLength(4)
  await api.dispose()
})
