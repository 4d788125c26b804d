import { act, closed, drawer, pick, question, save, submit } from './forms'
import { ask, expect, expectNoSidewaysScroll, PHONE, settled, test } from './product'
import { CLASSIFIED, mark, perform, recorded } from './records'

interface Slice {
  rows: { id: string; title: string }[]
}

test('a grave fault is reported, acknowledged on the phone, and goes on to the next level', async ({ enter }) => {
  const word = mark()
  const desk = await enter('desk')
  const fault = await recorded(desk, await enter('requester'), `${word} 营业网点全部断网`)
  await perform(desk, `/api/incidents/${fault.id}`, 'Classify', CLASSIFIED)
  await perform(await enter('duty'), `/api/incidents/${fault.id}`, 'Regrade', { level: 'LEVEL_II', reason: '波及全省' })

  const branch = await enter('head.east', PHONE)
  await expect
    .poll(async () => (await ask<Slice>(branch, '/api/level-reports?mine=true')).rows.map(({ title }) => title))
    .toContainEqual(expect.stringContaining(word))
  await branch.goto('/')
  await settled(branch)
  await branch.getByText(word).first().click()
  await branch.waitForURL(/level-reports/)
  await settled(branch)
  await expectNoSidewaysScroll(branch)
  await act(branch, '确认知悉')
  await question(drawer(branch), '留言').or(drawer(branch)).getByRole('textbox').fill('已调人支援')
  await submit(branch, '确认知悉')
  await expect(branch.getByText('已确认').first()).toBeVisible()

  const manager = await enter('manager')
  await manager.goto('/level-reports?mine=true')
  await settled(manager)
  await expect(manager.getByText(word).first()).toBeVisible()
  await desk.goto(`/incidents/${fault.id}`)
  await settled(desk)
  await expect(desk.getByRole('link', { name: /^LVR/ })).toHaveCount(2)
})

test('who is told is a rule that can be edited', async ({ enter }) => {
  const page = await enter('sysadmin')
  await page.goto('/agreements?tab=reporting')
  await settled(page)
  await page.getByRole('button', { name: '添加上报规则' }).click()
  await pick(page, drawer(page).getByLabel('报送角色'), '质量管理')
  await question(drawer(page), '原因').getByRole('textbox').fill('联调')
  await save(page)
  await expect(drawer(page).getByText('请填写故障级别')).toBeVisible()
  await drawer(page).getByLabel('故障级别').click()
  await page.getByTitle('I 级', { exact: true }).last().click()
  await page.keyboard.press('Escape')
  await save(page)
  await expect(page.getByText('查看审批').or(page.getByText('质量管理')).first()).toBeVisible()
  await closed(page)
})
