import { drawer, question } from './forms'
import { Issuer } from './issuer'
import { account, ask, DESK, expect, settled, tell, test } from './product'

test.use({ refusals: true })

const mark = String(Date.now() % 1_000_000)

test('an issuer is set up, tried, and signs somebody in who has no password here', async ({ enter, browser }) => {
  test.setTimeout(120_000)
  const username = `sso.${mark}`
  const issuer = new Issuer({ subject: `subject-${mark}`, name: username })
  await issuer.start()
  const name = `统一登录${mark}`
  const page = await enter('secadmin')
  await page.goto('/identity-sources')
  await settled(page)
  await page.getByRole('button', { name: '新建身份源' }).click()
  await drawer(page).getByText('单点登录（OIDC）').click()
  await question(drawer(page), '名称').getByRole('textbox').fill(name)
  await question(drawer(page), '签发者地址').getByRole('textbox').fill('http://login.example.com')
  await question(drawer(page), '客户端标识').getByRole('textbox').fill('hengwei')
  await drawer(page).getByRole('button', { name: '保存' }).click()
  await expect(drawer(page).getByText('未加密')).toBeVisible()
  await question(drawer(page), '签发者地址').getByRole('textbox').fill(issuer.address)
  await drawer(page).getByRole('button', { name: '保存' }).click()
  await page.getByRole('button', { name }).click()
  await drawer(page).getByRole('button', { name: '询问身份源' }).click()
  await expect(drawer(page).getByText('身份源应答正常')).toBeVisible()

  const units = await ask<{ id: string; name: string }[]>(page, '/api/units')
  const unit = units.find((one) => one.name === account('secadmin').unit) ?? units[0]
  await tell(page, '/api/people', { username, name: `单点测试${mark}`, unit: unit?.id })

  // The issuer is another origin, so this window is not watched for asking one.
  const context = await browser.newContext({ viewport: { width: DESK.width, height: DESK.height }, locale: 'zh-CN' })
  const person = await context.newPage()
  await person.goto('/sign-in?next=/account')
  await person.getByRole('link', { name: `用“${name}”登录` }).click()
  const rules = person.getByRole('checkbox')
  await expect(rules.or(person.getByText(`由“${name}”验证`))).toBeVisible()
  if (await rules.isVisible()) {
    await rules.check()
    await person.getByRole('button', { name: '同意' }).click()
  }
  await expect(person.getByText(`由“${name}”验证`)).toBeVisible()
  await context.close()

  await drawer(page).getByRole('button', { name: '停用' }).click()
  await page.locator('.ant-popconfirm').getByRole('button', { name: '停用' }).click()
  await expect(page.getByText('已停用')).toBeVisible()
  issuer.stop()
})
