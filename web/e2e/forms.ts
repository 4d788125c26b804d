import { expect, type Locator, type Page } from '@playwright/test'
import { settled } from './product'

/** The question of a form with this label. */
export const question = (scope: Page | Locator, label: string): Locator =>
  scope.locator(`.ant-form-item:has(label:has-text("${label}"))`).first()

/** Presses one of the buttons that answer a question. */
export async function press(scope: Page | Locator, label: string, answer: string): Promise<void> {
  await question(scope, label).locator('.ant-radio-button-wrapper').filter({ hasText: answer }).first().click()
}

/** Types into a picker and takes the first offer with these words, or with other words that tell it apart. */
export async function pick(page: Page, box: Locator, text: string, offer = text): Promise<void> {
  const offers = page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option')
  // A drawer that is still sliding in may swallow the first click.
  await expect(async () => {
    await box.click()
    if (await box.isEditable()) await box.fill(text)
    await offers.filter({ hasText: offer }).first().click({ timeout: 5000 })
    await expect(
      page.locator('.ant-select').or(page.locator('section')).filter({ hasText: offer }).first(),
    ).toBeVisible({
      timeout: 1000,
    })
  }).toPass({ timeout: 20_000 })
}

/** Chooses an action of the record, from its button or from the menu of the others. */
export async function act(page: Page, name: string): Promise<void> {
  const actions = page.getByRole('group', { name: '操作' })
  const button = actions.getByRole('button', { name, exact: true })
  const item = page.getByRole('menuitem', { name, exact: true })
  // What is offered may change while one looks: the page hears of others' acts by itself.
  await expect(async () => {
    await actions.getByRole('button').first().waitFor({ timeout: 5000 })
    if (await button.isVisible()) return button.click({ timeout: 2000 })
    if (!(await item.isVisible())) await actions.getByRole('button', { name: '其他操作' }).click({ timeout: 2000 })
    await item.click({ timeout: 2000 })
    // A menu that is drawn anew between press and release swallows the click, and stays.
    await item.waitFor({ state: 'hidden', timeout: 2000 })
  }).toPass({ timeout: 20_000 })
}

/** Sends the command's form in the drawer and waits until it is gone. */
export async function submit(page: Page, name: string): Promise<void> {
  const drawer = page.getByRole('dialog')
  await drawer.getByRole('button', { name, exact: true }).click()
  await expect(drawer).toBeHidden()
}

/** Fills in the door; whether it opens is another matter. */
export async function knock(page: Page, username: string, password: string): Promise<void> {
  await page.getByLabel('账号').fill(username)
  await page.getByLabel('密码').fill(password)
  await page.getByRole('button', { name: '登录' }).click()
}

/** Through the door, and until the page behind it is there. */
export async function enterBy(page: Page, username: string, password: string): Promise<void> {
  await knock(page, username, password)
  await expect(page.getByRole('heading', { level: 1, name: '登录' })).toBeHidden()
  await settled(page)
}

/** The drawer on top; another may be sliding out. */
export const drawer = (page: Page): Locator => page.getByRole('dialog').last()

export const save = (page: Page, name = '保存'): Promise<void> =>
  drawer(page).getByRole('button', { name, exact: true }).click()

/** Gone from sight and out of the way. */
export const closed = (page: Page): Promise<void> => expect(page.locator('.ant-drawer-open')).toHaveCount(0)

/** Says yes where an act asks once more. */
export const confirm = (page: Page, name: string): Promise<void> =>
  page.locator('.ant-popconfirm').getByRole('button', { name, exact: true }).click()

/** The rules of conduct stand before everything else. */
export async function agree(person: Page): Promise<void> {
  await expect(person.getByRole('heading', { level: 1, name: '行为规范' })).toBeVisible()
  await person.getByRole('checkbox').check()
  await person.getByRole('button', { name: '同意并继续' }).click()
  await expect(person.getByRole('heading', { level: 1, name: '行为规范' })).toBeHidden()
  await settled(person)
}
