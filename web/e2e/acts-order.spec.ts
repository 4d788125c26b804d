import { account, ask, expect, expectNoSidewaysScroll, PHONE, settled, test } from './product'
import { act, pick, press, question, submit } from './forms'
import { CLASSIFIED, mark, type Me, open, perform, recorded, state, type View } from './records'

test('every act on a work order, most of them on a phone', async ({ enter }) => {
  test.setTimeout(180_000)
  const word = mark()
  const desk = await enter('desk')
  const requester = await enter('requester')
  const engineer = await enter('engineer', PHONE)
  const dispatcher = await enter('dispatcher')
  const { groups } = await ask<Me>(engineer, '/api/me')
  const group = groups[0]?.name ?? ''

  // One that comes from nowhere, put in by hand.
  await dispatcher.goto('/work-orders/new')
  await question(dispatcher, '标题').getByRole('textbox').fill(`${word} 更换三楼交换机`)
  await question(dispatcher, '工作要求').getByRole('textbox').fill('先通知三楼，再断电')
  await pick(dispatcher, question(dispatcher, '处理组').getByRole('combobox'), group)
  await dispatcher.getByRole('button', { name: '提出', exact: true }).click()
  await expect(state(dispatcher)).toContainText('已派发')
  const order = { id: dispatcher.url().split('/').pop() ?? '', number: 'WO' } as View
  await open(engineer, order)
  const thumb = async (name: string, becomes: string, fill?: Record<string, string>) => {
    await act(engineer, name)
    if (fill) {
      const form = engineer.getByRole('dialog')
      for (const [label, text] of Object.entries(fill)) await question(form, label).getByRole('textbox').fill(text)
      await expectNoSidewaysScroll(engineer)
      await submit(engineer, name)
    }
    await expect(state(engineer)).toContainText(becomes)
  }
  await thumb('接受', '已接受')
  await thumb('请求支援', '已接受', { 说明: '需要一名网络工程师' })
  await thumb('退回', '已提出', { 原因: '交换机未到货' })
  await expect(state(dispatcher)).toContainText('已提出')
  await act(dispatcher, '派发')
  await question(dispatcher.getByRole('dialog'), '原因').getByRole('textbox').fill('已到货')
  await submit(dispatcher, '派发')
  await thumb('接受', '已接受')
  await thumb('暂停', '暂停', { 原因: '等业务停机窗口' })
  await thumb('继续', '执行中')
  await act(engineer, '转派')
  await pick(engineer, question(engineer.getByRole('dialog'), '处理人').getByRole('combobox'), account('expert').name)
  await question(engineer.getByRole('dialog'), '原因').getByRole('textbox').fill('本人外出')
  await submit(engineer, '转派')
  const expert = await enter('expert', PHONE)
  await open(expert, order)
  await expect(state(expert)).toContainText('已派发')
  await expect(dispatcher.getByText(account('expert').name).first()).toBeVisible()
  await act(dispatcher, '取消记录')
  await question(dispatcher.getByRole('dialog'), '原因').getByRole('textbox').fill('改为整体更换')
  await submit(dispatcher, '取消记录')
  await expect(state(dispatcher)).toContainText('已取消')

  // One from a fault: its report is sent back, made anew, and judged once for both.
  const fault = await recorded(desk, requester, `${word} 网银页面打不开`)
  await perform(desk, `/api/incidents/${fault.id}`, 'Classify', CLASSIFIED)
  await perform(desk, `/api/incidents/${fault.id}`, 'RaiseWorkOrder', {
    type: 'FAULT_SUPPORT',
    group: groups[0]?.id,
    instructions: '请看证书',
  })
  const raised = (await ask<View>(desk, `/api/incidents/${fault.id}`)).links[0]?.record.id ?? ''
  await engineer.goto('/')
  await settled(engineer)
  await expect(engineer.getByRole('link', { name: word }).filter({ hasText: 'WO' })).toBeVisible()
  await expect(engineer.getByRole('link', { name: word }).filter({ hasText: 'INC' })).toHaveCount(0)
  await open(engineer, { id: raised, number: 'WO' } as View)
  await thumb('接受', '已接受')
  await thumb('开始', '执行中')
  const report = async (result: string) => {
    await act(engineer, '回单')
    const form = engineer.getByRole('dialog')
    await press(form, '结果', '已解决')
    await question(form, '处理结果').getByRole('textbox').fill(result)
    await question(form, '测试方法').getByRole('textbox').fill('重新登录两次')
    await press(form, '测试结果', '通过')
    await submit(engineer, '回单')
    await expect(state(engineer)).toContainText('已回单')
  }
  await report('清除旧证书')
  await open(dispatcher, { id: raised, number: 'WO' } as View)
  await act(dispatcher, '返工')
  await question(dispatcher.getByRole('dialog'), '原因').getByRole('textbox').fill('请写明哪一张证书')
  await submit(dispatcher, '返工')
  await expect(state(engineer)).toContainText('已接受')
  await open(dispatcher, fault)
  await expect(state(dispatcher)).toContainText('处理中')
  await report('清除已过期的客户端证书')
  await expect(state(dispatcher)).toContainText('已解决')
  await act(dispatcher, '评价')
  await press(dispatcher.getByRole('dialog'), '评分', '5')
  await submit(dispatcher, '评价')
  await expect(state(engineer)).toContainText('已关闭')
})
