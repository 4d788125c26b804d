import { ask, expect, expectNoSidewaysScroll, PHONE, settled, test } from './product'
import { act, closed, drawer, question, save, submit } from './forms'

test.use({ refusals: true })

const mark = String(Date.now() % 1_000_000)

interface Slice {
  rows: { id: string; record: { id: string } }[]
}

test('an agreement waits for a second person, then decides, and says so', async ({ enter }) => {
  const page = await enter('sysadmin')
  await page.goto('/agreements')
  await settled(page)
  await page.getByRole('button', { name: '新建协议' }).click()
  await question(drawer(page), '名称').getByRole('textbox').fill(`联调协议${mark}`)
  await question(drawer(page), '服务等级').getByRole('textbox').fill('金牌')
  await drawer(page).getByRole('button', { name: '增加一条' }).click()
  await drawer(page).getByRole('spinbutton', { name: '时长' }).fill('3')
  await question(drawer(page), '原因').getByRole('textbox').fill('联调')
  await save(page)
  await expect(page.getByText('查看审批')).toBeVisible()
  await closed(page)

  const manager = await enter('manager')
  const { rows } = await ask<{ rows: { id: string }[] }>(manager, '/api/approvals?asked=true&subject=sla.agreements')
  await manager.goto(`/approvals/${rows[0]?.id}`)
  await settled(manager)
  await expect(manager.getByRole('heading', { level: 1 })).toHaveText('修改设置 · 服务协议')
  await act(manager, '同意')
  await submit(manager, '同意')

  await page.goto('/agreements?tab=trial&level=LEVEL_II')
  await settled(page)
  const restore = page.getByRole('region', { name: '恢复' })
  await expect(restore).toContainText('3 小时')
  await expect(restore).toContainText(`协议“联调协议${mark}”第 1 条`)
  const confirm = page.getByRole('region', { name: '确认' })
  await expect(confirm).toContainText('制度设置：确认时限')
  await expect(confirm).toContainText('没有相应约定')
})

test('a missed limit gets cause and measure, and an appeal is decided by somebody else', async ({ enter }) => {
  const desk = await enter('dispatcher')
  const breaches = await ask<Slice>(desk, '/api/breaches?accounted=false&clock=RESTORE&size=1')
  const breach = breaches.rows[0]
  expect(breach).toBeDefined()
  await desk.goto(`/incidents/${breach?.record.id}?explain=${breach?.id}`)
  await settled(desk)
  await expect(drawer(desk)).toContainText('为什么是这个时限')
  await expect(drawer(desk)).toContainText('经手各组')
  await drawer(desk).getByRole('button', { name: '申诉' }).first().click()
  await desk.getByLabel('理由').fill('机房门禁故障，无法进入')
  await desk.getByRole('button', { name: '提交申诉' }).click()
  await desk.waitForURL(/\/appeals\//)
  await settled(desk)
  await expect(desk.getByText('待裁定').first()).toBeVisible()

  const manager = await enter('manager', PHONE)
  await manager.goto(new URL(desk.url()).pathname)
  await settled(manager)
  await act(manager, '申诉成立')
  await question(drawer(manager), '意见').getByRole('textbox').fill('门禁记录属实')
  await submit(manager, '申诉成立')
  await expect(manager.getByText('成立').first()).toBeVisible()
  await expectNoSidewaysScroll(manager)

  await desk.goto('/breaches?accounted=false')
  await settled(desk)
  await desk.getByRole('button', { name: '填写原因与措施' }).first().click()
  await drawer(desk).getByRole('combobox').click()
  await desk.getByTitle('人手不足').click()
  await drawer(desk).getByLabel('具体情况').fill('当班只有一人')
  await question(drawer(desk), '改进措施').getByRole('textbox').fill('夜班增加一人')
  await save(desk)
  await closed(desk)
})
