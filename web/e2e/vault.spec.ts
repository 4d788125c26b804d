import { closed, drawer, pick, question, save } from './forms'
import { expect, settled, test } from './product'

const mark = String(Date.now() % 1_000_000)

test('a password is filed, read with a reason, hidden again and renewed', async ({ enter }) => {
  const name = `联调交换机${mark}`
  const plain = `Tz5!plain-${mark}`
  const page = await enter('manager')
  await page.goto('/vault')
  await settled(page)
  await page.getByRole('button', { name: '备案口令' }).click()
  await question(drawer(page), '名称').getByRole('textbox').fill(name)
  await question(drawer(page), '账号名').getByRole('textbox').fill('enable')
  await drawer(page).locator('.ant-radio-button-wrapper').filter({ hasText: '自行填写' }).click()
  await drawer(page).getByLabel('口令', { exact: true }).fill(plain)
  await pick(page, question(drawer(page), '保管人').getByRole('combobox'), '高翔')
  await pick(page, question(drawer(page), '备案主任').getByRole('combobox'), '吴建国')
  await question(drawer(page), '启用条件').getByRole('textbox').fill('设备故障时')
  await save(page)
  await closed(page)

  await page.getByRole('searchbox').fill(name)
  await page.getByRole('button', { name }).click()
  await drawer(page).getByRole('button', { name: '读取口令' }).click()
  const dialog = page.getByRole('dialog', { name: `读取 ${name}` })
  await dialog.getByLabel('读取理由').fill('联调演练')
  expect(await page.content()).not.toContain(plain)
  await dialog.getByRole('button', { name: '读取口令' }).click()
  await dialog.getByRole('button', { name: '显示口令' }).click()
  await expect(dialog.getByRole('status')).toHaveText(plain)
  await dialog.getByRole('button', { name: '立即隐藏' }).click()
  await expect(dialog.getByRole('button', { name: '显示口令' })).toBeVisible()
  expect(await page.content()).not.toContain(plain)
  await dialog.getByRole('button', { name: '关闭' }).click()

  await page.getByRole('tab', { name: '读取记录' }).click()
  await expect(drawer(page)).toContainText('联调演练')
  await page.getByRole('tab', { name: '谁能读、谁知道' }).click()
  await expect(drawer(page)).toContainText('知道现用口令')
  await drawer(page).getByRole('button', { name: '更换口令' }).click()
  await drawer(page).getByRole('button', { name: '更换口令' }).click()
  await page.getByRole('tab', { name: '历次口令' }).click()
  await expect(drawer(page)).toContainText('第 2 版')
})
