import type { Page } from '@playwright/test'
import { expect, settled, test } from './product'
import { agree, closed, confirm, drawer, enterBy, knock, pick, press, question, save } from './forms'

test.use({ refusals: true })

/** Told apart from the last run's. */
const mark = String(Date.now() % 1_000_000)
const FIRST = 'Right!horse7'
const SECOND = 'Better!horse8'
const THIRD = 'Third!horse9'
const FIFTH = 'Fifth!horse4'

/** The code that an administrator hands over. */
async function codeFor(page: Page): Promise<string> {
  await drawer(page).getByRole('button', { name: '生成激活码' }).click()
  const code = drawer(page)
    .locator('strong')
    .filter({ hasText: /^[A-Z2-9]{5}(-[A-Z2-9]{5}){3}/ })
  await expect(code).toBeVisible()
  return (await code.innerText()).trim()
}

/** Whoever has the code sets the own password; nobody else knows it. */
async function activate(person: Page, username: string, code: string, password: string): Promise<void> {
  await person.goto('/activate')
  await person.getByLabel('用户名').fill(username)
  await person.getByLabel('激活码').fill(code)
  await person.getByLabel('新密码', { exact: true }).fill(password)
  await person.getByLabel('再输一次新密码').fill(password)
  await person.getByRole('button', { name: '设置密码' }).click()
}

test('a unit is made, moved and closed, and a person lives in it from the first day to the last', async ({ enter }) => {
  test.setTimeout(150_000)
  const office = `联调办公室${mark}`
  const name = `欧阳测试${mark}`
  const username = `e2e.${mark}`

  const page = await enter('secadmin')
  await page.goto('/units')
  await settled(page)
  await page.getByRole('tree').getByText('华东分公司', { exact: true }).click()
  await page.getByRole('button', { name: '新建下级单位' }).click()
  await save(page)
  await expect(drawer(page).getByText('请填写名称')).toBeVisible()
  await drawer(page).getByRole('textbox').fill('华东信息中心')
  await save(page)
  await expect(drawer(page).getByText('名称“华东信息中心”已被使用')).toBeVisible()
  await drawer(page).getByRole('textbox').fill(office)
  await save(page)
  await closed(page)
  await page.getByRole('tree').getByText(office).click()
  await page.getByRole('region', { name: office }).getByRole('button', { name: '编辑' }).click()
  await pick(page, question(drawer(page), '上级单位').getByRole('combobox'), '华南分公司')
  await save(page)
  await closed(page)
  await expect(page.getByRole('region', { name: office })).toContainText(`华南分公司 / ${office}`)

  // A person comes. What the server does not accept stands at its field.
  await page.getByRole('region', { name: office }).getByRole('button', { name: '查看人员' }).click()
  await expect(page.getByText('没有符合条件的结果')).toBeVisible()
  await page.getByRole('button', { name: '新建人员' }).click()
  await question(drawer(page), '姓名').getByRole('textbox').fill(name)
  await question(drawer(page), '账号').getByRole('textbox').fill('desk')
  await save(page)
  await expect(question(drawer(page), '账号')).toContainText('用户名“desk”已被使用')
  await question(drawer(page), '账号').getByRole('textbox').fill(username)
  await save(page)
  await closed(page)
  await page.getByRole('button', { name }).click()
  await expect(drawer(page)).toContainText('没有授权，只能自助申报')

  // The person sets the own password, agrees to the rules of conduct, and changes the password; this window stays open.
  const person = await enter(null)
  const code = await codeFor(page)
  await activate(person, username, code, '12345')
  await expect(person.getByText('密码至少 8 个字符')).toBeVisible()
  await activate(person, username, code, SECOND)
  await expect(person.getByText('密码已设置，请登录')).toBeVisible()
  await activate(person, username, code, FIRST)
  await expect(person.getByText('激活码已用过', { exact: false })).toBeVisible()
  await person.goto('/')
  await knock(person, username, SECOND)
  await agree(person)
  await expect(person.getByRole('button', { name: new RegExp(name) })).toBeVisible()
  await expect(person.getByRole('link', { name: '事件', exact: true })).toHaveCount(0)
  await person.getByRole('button', { name: new RegExp(name) }).click()
  await person.getByRole('menuitem', { name: '修改密码' }).click()
  const own = person.getByRole('dialog', { name: '修改密码' })
  await own.getByLabel('现在的密码').fill('not-this-1')
  await own.getByLabel('新密码', { exact: true }).fill(THIRD)
  await own.getByLabel('再输一次新密码').fill(FIRST)
  await own.getByRole('button', { name: '修改密码' }).click()
  await expect(own.getByText('两次输入不一致')).toBeVisible()
  await own.getByLabel('再输一次新密码').fill(THIRD)
  await own.getByRole('button', { name: '修改密码' }).click()
  await expect(own.getByText('原密码不正确')).toBeVisible()
  await own.getByLabel('现在的密码').fill(SECOND)
  await own.getByRole('button', { name: '修改密码' }).click()
  await expect(own).toBeHidden()
  await person.goto('/my-reports')
  await settled(person)
  await expect(person.getByRole('heading', { level: 1 })).toBeVisible()

  // A role for a subtree opens the pages of its work, and closes them when it is taken back.
  await drawer(page).getByLabel('角色').fill('运维工程师')
  await page
    .locator('.ant-select-item-option')
    .filter({ hasText: /^运维工程师$/ })
    .click()
  await drawer(page).getByRole('button', { name: '授予' }).click()
  await expect(drawer(page).getByText(`运维工程师 · ${office}`)).toBeVisible()
  await person.reload()
  await expect(person.getByRole('link', { name: '事件', exact: true })).toBeVisible()
  await drawer(page).getByRole('button', { name: '收回' }).click()
  await confirm(page, '收回')
  await expect(drawer(page).getByText('没有授权')).toBeVisible()
  await person.reload()
  await settled(person)
  await expect(person.getByRole('link', { name: '事件', exact: true })).toHaveCount(0)

  // The administrator corrects the name and makes a new code; whoever uses it is signed out everywhere else.
  await drawer(page).getByRole('button', { name: '编辑' }).click()
  await question(drawer(page), '姓名').getByRole('textbox').fill(`${name}甲`)
  await save(page)
  await expect(drawer(page).getByRole('button', { name: '停用' })).toBeVisible()
  await expect(page.getByText(`${name}甲`).first()).toBeVisible()
  await activate(person, username, await codeFor(page), FIFTH)
  await expect(person.getByText('密码已设置，请登录')).toBeVisible()
  await person.goto('/')
  await knock(person, username, FIFTH)
  await settled(person)

  // ... and the person leaves.
  await drawer(page).getByRole('button', { name: '停用' }).click()
  await confirm(page, '停用')
  await expect(drawer(page).getByRole('button', { name: '恢复使用' })).toBeVisible()
  await person.reload()
  await knock(person, username, FIFTH)
  await expect(person.getByText('账号或密码不对，或者账号已停用')).toBeVisible()
  await drawer(page).getByRole('button', { name: '恢复使用' }).click()
  await expect(drawer(page).getByRole('button', { name: '停用' })).toBeVisible()
  await enterBy(person, username, FIFTH)

  // A unit is closed only when it is empty.
  await page.goto('/units')
  await settled(page)
  await page.getByRole('tree').getByText(office).click()
  const pane = page.getByRole('region', { name: office })
  await pane.getByRole('button', { name: '撤销单位' }).click()
  await confirm(page, '撤销单位')
  await expect(page.getByText('还有 1 名在用人员')).toBeVisible()
  await pane.getByRole('button', { name: '查看人员' }).click()
  await page.getByRole('button', { name: `${name}甲` }).click()
  await drawer(page).getByRole('button', { name: '停用' }).click()
  await confirm(page, '停用')
  await expect(drawer(page).getByRole('button', { name: '恢复使用' })).toBeVisible()
  await page.goto('/units')
  await page.getByRole('tree').getByText(office).click()
  await pane.getByRole('button', { name: '撤销单位' }).click()
  await confirm(page, '撤销单位')
  await expect(page.getByRole('tree').getByText(`${office}（已撤销）`)).toBeVisible()
})

test('a group is made, changed and filled, and the roles are read', async ({ enter }) => {
  const name = `联调组${mark}`
  const page = await enter('secadmin')
  await page.goto('/groups')
  await settled(page)
  await page.getByRole('button', { name: '新建处理组' }).click()
  await drawer(page).getByRole('textbox').first().fill(name)
  await pick(page, question(drawer(page), '单位').getByRole('combobox'), '华东信息中心')
  await save(page)
  await expect(question(drawer(page), '二线方向')).toContainText('请选择二线方向')
  await press(drawer(page), '二线方向', '系统运维')
  await save(page)
  await closed(page)
  await page.getByRole('searchbox').fill(name)
  const card = page.locator('main li').filter({ has: page.getByRole('heading', { name: new RegExp(name) }) })
  await expect(card).toContainText('还没有成员')
  await card.getByRole('button', { name: '添加成员' }).click()
  await card.getByRole('combobox').fill('孙浩然')
  await page.locator('.ant-select-item-option').filter({ hasText: '孙浩然' }).first().click()
  await expect(card.locator('li')).toContainText('孙浩然')
  await card.getByRole('button', { name: '编辑' }).click()
  await drawer(page).getByRole('textbox').first().fill(`${name}乙`)
  await press(drawer(page), '支持线', '三线')
  await save(page)
  await closed(page)
  await expect(card).toContainText('三线')
  await card.getByRole('button', { name: '移除' }).click()
  await confirm(page, '移除')
  await expect(card).toContainText('还没有成员')

  await page.getByRole('link', { name: '角色', exact: true }).click()
  await settled(page)
  await expect(page.getByText('系统管理', { exact: true }).first()).toBeVisible()
  await page.getByRole('searchbox', { name: '搜索角色、职责、权限' }).fill('事件管理者')
  await page.getByRole('button', { name: '事件管理者' }).click()
  await expect(drawer(page)).toContainText('派工单')
})
