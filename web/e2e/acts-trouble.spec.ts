import { ask, expect, settled, test } from './product'
import { act, press, submit } from './forms'
import { CLASSIFIED, mark, open, perform, recorded, state, type View } from './records'

test.describe('what goes wrong', () => {
  test.use({ refusals: true })

  test('two at once, a broken line, and lists that keep their place', async ({ enter }) => {
    test.setTimeout(120_000)
    const word = mark()
    const desk = await enter('desk')
    const dispatcher = await enter('dispatcher')
    const requester = await enter('requester')
    const fault = await recorded(desk, requester, `${word} 报表导出为空`)

    // Somebody is quicker: the draft stays, the difference is shown, then it goes through.
    await open(desk, fault)
    await act(desk, '分类')
    await press(desk.getByRole('dialog'), '紧急程度', '高')
    await perform(dispatcher, `/api/incidents/${fault.id}`, 'Classify', { ...CLASSIFIED, effect: 'UNUSABLE' })
    await expect(desk.getByText('在您打开之后，这条记录有了变化')).toBeVisible()
    await expect(desk.getByRole('dialog')).toContainText('无法使用')
    await desk.getByRole('button', { name: '我已了解，继续' }).click()

    // The line breaks, the server stumbles: nothing typed is lost, and the same press works later.
    const commands = '**/api/incidents/*/commands'
    const send = desk.getByRole('dialog').locator('button[type="submit"]')
    await desk.route(commands, (route) => route.abort())
    await send.click()
    await expect(desk.getByRole('dialog').getByText('连不上服务器，不确定是否已保存')).toBeVisible()
    await desk.unroute(commands)
    await desk.route(commands, (route) => route.fulfill({ status: 500, body: '' }))
    await send.click()
    await expect(desk.getByRole('dialog').getByText('没有保存任何改动')).toBeVisible()
    await desk.reload()
    await expect(desk.getByText('已恢复上次未提交的内容')).toBeVisible()
    await desk.unroute(commands)
    await submit(desk, '分类')
    await expect(state(desk)).toContainText('已分类')

    // A file of a kind that is not taken: said why, and nothing of it stays.
    await desk
      .locator('input[type="file"]')
      .setInputFiles({ name: '工具.exe', mimeType: 'application/x-msdownload', buffer: Buffer.from('MZ') })
    await expect(desk.getByText('不接受此类文件：exe')).toBeVisible()
    await expect(desk.getByText('没有附件')).toBeVisible()

    // A list: filtered, sorted, kept under a name, worked by keys; the address says it all.
    await desk.goto('/incidents')
    await settled(desk)
    await desk.getByRole('button', { name: '阶段' }).click()
    await desk.getByText('进行中', { exact: true }).last().click()
    await desk.keyboard.press('Escape')
    await expect(desk).toHaveURL(/phase=OPEN/)
    await desk.getByRole('button', { name: '视图' }).click()
    await desk.getByRole('textbox', { name: '视图名称' }).fill(word)
    await desk.getByRole('button', { name: '存为视图' }).click()
    await desk.goto('/incidents')
    await settled(desk)
    await desk.getByRole('button', { name: '视图' }).click()
    await desk.getByRole('button', { name: word, exact: true }).click()
    await expect(desk).toHaveURL(/phase=OPEN/)
    await settled(desk)
    await desk.keyboard.press('j')
    await desk.keyboard.press('x')
    await desk.keyboard.press('j')
    await desk.keyboard.press('x')
    await desk.keyboard.press('k')
    await expect(desk.locator('[data-row-link]').first()).toBeFocused()
    const bulk = desk.getByRole('region', { name: '已选 2 条' })
    await bulk.getByRole('button', { name: '全部关注' }).click()
    await expect(desk.getByText('已关注 2 条')).toBeVisible()
    const { rows } = await ask<{ rows: View[] }>(desk, '/api/incidents?phase=OPEN&size=2')
    expect((await ask<{ watching: View[] }>(desk, '/api/my-work')).watching.map((row) => row.id)).toEqual(
      expect.arrayContaining(rows.map((row) => row.id)),
    )
    for (const row of rows) await desk.request.delete(`/api/records/${row.id}/watchers/me`).catch(() => undefined)
  })
})
