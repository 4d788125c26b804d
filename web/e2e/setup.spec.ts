import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, PHONE, test } from './product'
import { agree, knock, question } from './forms'
import { totp } from './totp'

/** A second product that nobody has set up yet; scripts/e2e.sh starts it. */
const { EMPTY_URL, EMPTY_DATA } = process.env
test.skip(!EMPTY_URL || !EMPTY_DATA, 'no empty product')
test.use({ ...(EMPTY_URL && { baseURL: EMPTY_URL }), refusals: true })

const PEOPLE = [
  ['顾明远', 'sys', 'Right!horse7'],
  ['沈静秋', 'sec', 'Right!horse8'],
  ['陆正刚', 'aud', 'Right!horse9'],
] as const

test('an empty product is taken over by three people and by nobody after them', async ({ enter }) => {
  const code = readFileSync(join(EMPTY_DATA ?? '', 'setup-code'), 'utf8').trim()
  const page = await enter(null)
  await page.goto('/')
  await expect(page).toHaveURL(/\/setup$/)
  await page.getByRole('button', { name: '创建三位管理员' }).click()
  await expect(page.getByText('请填写初始化码')).toBeVisible()
  await question(page, '初始化码').getByRole('textbox').fill('AAAAA-BBBBB-CCCCC-DDDDD')
  await question(page, '单位名称').getByRole('textbox').fill('首启示范集团')
  for (const [index, [name, username, password]] of PEOPLE.entries()) {
    const part = page.getByRole('group').nth(index)
    await part.getByLabel('姓名').fill(name)
    await part.getByLabel('账号').fill(username)
    await part.getByLabel('密码').fill(index === 2 ? 'simple' : password)
  }
  await page.getByRole('button', { name: '创建三位管理员' }).click()
  await expect(question(page, '初始化码')).toContainText('初始化码不正确')
  await question(page, '初始化码').getByRole('textbox').fill(code)
  await page.getByRole('button', { name: '创建三位管理员' }).click()
  const auditor = page.getByRole('group').nth(2)
  await expect(auditor).toContainText('密码至少 8 个字符')
  await auditor.getByLabel('密码').fill(PEOPLE[2][2])
  await page.getByRole('button', { name: '创建三位管理员' }).click()
  await expect(page.getByText('三位管理员已创建')).toBeVisible()
  expect(existsSync(join(EMPTY_DATA ?? '', 'setup-code'))).toBe(false)

  await page.getByRole('button', { name: '登录' }).click()
  // An administrator needs a second factor before anything else.
  await knock(page, 'sec', PEOPLE[1][2])
  await expect(page.getByRole('heading', { level: 1, name: '请先设置验证器' })).toBeVisible()
  await page.getByRole('button', { name: '设置验证器' }).click()
  await expect(page.getByAltText('供验证器应用扫描的二维码')).toBeVisible()
  const secret = (await page.locator('code').innerText()).replaceAll(/\s/g, '')
  await page.getByLabel('应用上显示的六位数字').fill('000000')
  await page.getByRole('button', { name: '启用' }).click()
  await expect(page.getByText('验证码不正确')).toBeVisible()
  await page.getByLabel('应用上显示的六位数字').fill(totp(secret))
  await page.getByRole('button', { name: '启用' }).click()
  await expect(page.locator('code')).toHaveCount(10)
  await page.getByRole('button', { name: '已保存好' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '请先设置验证器' })).toBeHidden()
  await agree(page)
  // An empty house says what is missing.
  await page.goto('/people')
  await expect(page.getByRole('button', { name: '顾明远' })).toBeVisible()
  await page.goto('/groups')
  await expect(page.getByText('还没有处理组')).toBeVisible()
  await page.goto('/units')
  await expect(page.getByRole('tree')).toContainText('首启示范集团')

  const late = await enter(null, PHONE)
  await late.goto('/setup')
  await expect(late.getByText('系统已经设置过了')).toBeVisible()
})
