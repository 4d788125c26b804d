import type { Page } from '@playwright/test'
import { ask, expect, PHONE, settled, test } from './product'
import { closed, drawer, save } from './forms'

interface Rows {
  rows: { id: string; number: string; title: string; version: number }[]
}

const bell = (page: Page) => page.getByRole('button', { name: /通知$/ })

test('the bell rings, is read and falls silent, and the send log says who was told', async ({ enter }) => {
  const desk = await enter('desk')
  const manager = await enter('manager')
  const { rows } = await ask<Rows>(manager, '/api/incidents?state=INVESTIGATING&size=1')
  const incident = rows[0]
  if (!incident) throw new Error('The demo company has no incident under investigation')
  await manager.goto(`/incidents/${incident.id}`)
  await settled(manager)
  const watch = manager.getByRole('button', { name: '关注', exact: true })
  if (await watch.isVisible()) await watch.click()

  await manager.goto('/')
  await settled(manager)
  await bell(manager).click()
  const all = manager.getByRole('button', { name: '全部标为已读' })
  await expect(all).toBeVisible()
  if (await all.isEnabled()) await all.click()
  await expect(all).toBeDisabled()
  await expect(manager.getByRole('button', { name: '通知', exact: true })).toBeVisible()
  await manager.keyboard.press('Escape')

  await desk.goto(`/incidents/${incident.id}`)
  await settled(desk)
  const words = `已电话告知用户 ${Date.now() % 1_000_000}`
  await desk.locator('main .ant-radio-button-wrapper').filter({ hasText: '回复申报人' }).click()
  await desk.locator('main textarea').last().fill(words)
  await desk.locator('main').getByRole('button', { name: '发送', exact: true }).click()
  await expect(desk.locator('main ol')).toContainText(words)

  // Live, without a reload.
  await expect(manager.getByRole('button', { name: /^1 条未读通知/ })).toBeVisible({ timeout: 20_000 })
  await manager.getByRole('button', { name: /^1 条未读通知/ }).click()
  await manager.locator('button[data-unread="true"]').click()
  await expect(manager.getByRole('heading', { level: 1 })).toHaveText(incident.title)
  await expect(manager.getByRole('button', { name: '通知', exact: true })).toBeVisible()

  // Who was told, and who was not and why.
  await desk.locator('main .ant-radio-button-wrapper').filter({ hasText: '通知' }).click()
  await expect(desk.locator('main')).toContainText('通知发送记录')
  const told = desk.locator('main li').filter({ hasText: '吴建国' })
  await expect(told.filter({ hasText: '站内' }).first()).toBeVisible()
  await expect(told.filter({ hasText: '未发送 · 未配置邮件服务' }).first()).toBeVisible()
  await manager.getByRole('button', { name: '取消关注' }).click()
  await expect(watch).toBeVisible()
})

test('operation shows how far the consumers are and takes one back', async ({ enter }) => {
  const page = await enter('sysadmin')
  await page.goto('/operation')
  await settled(page)
  const search = page.locator('main li').filter({ hasText: 'search' })
  await expect(search).toContainText('无积压')
  await search.getByRole('button', { name: '重放' }).click()
  await expect(drawer(page)).toContainText('处理是幂等的')
  await save(page, '重放')
  await closed(page)
  await expect(search).toContainText('无积压', { timeout: 30_000 })
  await expect(page.getByText('没有阻塞')).toBeVisible()
})

test('settings say where they come from, and calendars what a day is', async ({ enter }) => {
  const page = await enter('manager')
  await page.goto('/settings')
  await settled(page)
  await page.getByRole('searchbox').fill('受理')
  await page.getByRole('searchbox').fill('sla.confirm')
  await page.getByRole('button', { name: /^来源/ }).click()
  const details = page.getByRole('dialog')
  await expect(details).toContainText('依据：')
  await expect(details).toContainText('没有变更过')
  await details.locator('.ant-radio-button-wrapper').filter({ hasText: '单位' }).click()
  await details.getByRole('combobox').click()
  await details.getByRole('combobox').fill('华东信息中心')
  await page.locator('.ant-select-item-option').filter({ hasText: '华东信息中心' }).click()
  for (const step of ['华东信息中心', '华东分公司', '恒维示范集团总部', '默认'])
    await expect(details.locator('ol')).toContainText(step)
  await page.keyboard.press('Escape')

  await page.goto('/calendars')
  await settled(page)
  await page.getByRole('combobox').click()
  await page.locator('.ant-select-item-option').filter({ hasText: '标准工作时间' }).click()
  await expect(page.getByTitle(/-01-01 元旦/)).toBeVisible()
  await page.getByText('月', { exact: true }).click()
  await expect(page.locator('main table')).toContainText('休')
})

test('language and appearance change at once, and Ctrl-K finds pages, people and systems', async ({ enter }) => {
  const page = await enter('manager')
  await page.goto('/')
  await settled(page)
  await page.getByRole('button', { name: '语言' }).click()
  await page.getByRole('menuitem', { name: 'English' }).click()
  await expect(page.getByRole('link', { name: 'Incidents', exact: true })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en-US')
  await page
    .getByRole('button', { name: 'Theme' })
    .or(page.getByRole('button', { name: 'Appearance' }))
    .click()
  await page.getByRole('menuitem', { name: 'Dark' }).click()
  await expect
    .poll(() =>
      page.evaluate(
        () => getComputedStyle(document.body).colorScheme + getComputedStyle(document.body).backgroundColor,
      ),
    )
    .not.toContain('255, 255, 255')
  for (const [typed, found, path] of [
    ['settings', 'Settings', /\/settings/],
    ['财务共享', '财务共享平台', /\/incidents\?system=/],
    ['孙浩然', '孙浩然', /\/incidents\?requester=/],
  ] as const) {
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('combobox', { name: 'Search' })).toBeFocused()
    await page.keyboard.type(typed)
    const option = page.getByRole('option').filter({ hasText: found }).first()
    await expect(option).toBeVisible()
    await option.click()
    await expect(page).toHaveURL(path)
  }
  const phone = await enter('manager', PHONE)
  await phone.goto('/')
  await settled(phone)
  await phone.getByRole('button', { name: /^个人/ }).click()
  await phone.getByRole('menuitem', { name: 'English' }).click()
  await expect(phone.getByRole('heading', { level: 1, name: 'My work' })).toBeVisible()
})
