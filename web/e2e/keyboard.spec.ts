import { ask, expect, settled, test } from './product'

interface Rows {
  rows: { id: string; number: string; title: string }[]
}

test('Ctrl-K finds a record by its number', async ({ enter }) => {
  const page = await enter('desk')
  const { rows } = await ask<Rows>(page, '/api/incidents?size=5')
  const wanted = rows[3] ?? rows[0]
  await page.goto('/')
  await settled(page)
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox', { name: '搜索' })).toBeFocused()
  await page.keyboard.type(wanted?.number ?? '')
  await expect(page.getByRole('option').first()).toContainText(wanted?.title ?? '')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(wanted?.id ?? 'none'))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(wanted?.title ?? '')
})

test('a list is worked by the keyboard alone', async ({ enter }) => {
  const page = await enter('desk')
  await page.goto('/incidents')
  await settled(page)
  const links = page.locator('[data-row-link]')
  await links.first().waitFor()
  await page.keyboard.press('ArrowDown')
  await expect(links.first()).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(links.nth(1)).toBeFocused()
  await page.keyboard.press('x')
  await expect(page.locator('tr[data-chosen="true"]')).toHaveCount(1)
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: '快捷键' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog', { name: '快捷键' })).toBeHidden()
  // The keys of the list wait until the dialog has quite gone.
  await expect(async () => {
    await page.keyboard.press('/')
    await expect(page.locator('input[type="search"]').first()).toBeFocused({ timeout: 500 })
  }).toPass()
  const before = await links.count()
  await page.keyboard.type('打印')
  await expect(page).toHaveURL(/text=/)
  await settled(page)
  expect(await links.count()).toBeLessThan(before)
  await links.nth(0).focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/incidents\/[0-9a-f-]{36}/)
})
