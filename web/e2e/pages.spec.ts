import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { ask, DESK, expect, expectNoSidewaysScroll, type Look, PHONE, settled, test } from './product'

type Where = string | ((page: Page) => Promise<string>)

const first =
  (list: string, path: string) =>
  async (page: Page): Promise<string> => {
    const { rows } = await ask<{ rows: { id: string }[] }>(page, list)
    return `${path}/${rows[0]?.id ?? 'none'}`
  }

/** Every page, by somebody who may use it. */
const TOURS: Record<string, Where[]> = {
  desk: [
    '/',
    '/intake',
    '/incidents',
    first('/api/incidents?state=CLOSED&size=1', '/incidents'),
    first('/api/incidents?state=INVESTIGATING&size=1', '/incidents'),
    '/work-orders',
    '/work-orders/new',
    first('/api/work-orders?size=1', '/work-orders'),
  ],
  manager: [
    '/alert-events',
    '/alert-rules',
    '/statistics',
    '/breaches',
    '/compliance',
    '/appeals',
    '/level-reports',
    first('/api/level-reports?size=1', '/level-reports'),
    '/settings',
    '/calendars',
    '/systems',
    first('/api/systems?size=1', '/systems'),
    '/vault',
    '/groups',
    '/imports',
    '/tokens',
  ],
  requester: ['/my-reports', '/report', '/my-rights', first('/api/incidents?size=1', '/my-reports')],
  secadmin: [
    '/people',
    '/units',
    '/roles',
    '/who-may',
    '/identity-sources',
    '/approvals',
    '/account-requests',
    '/account-reviews',
    '/leavers',
    '/account',
  ],
  sysadmin: [
    '/agreements',
    '/agreements?tab=trial',
    '/agreements?tab=escalation',
    '/agreements?tab=reporting',
    '/agreements?tab=rules',
    '/agreements?tab=backtest',
    '/operation',
    '/backup',
    '/robots',
    '/approval-rules',
    '/calendars?edit=true',
    '/calendars?span=month',
  ],
  auditor: ['/ledger', '/ledger/seal', '/anomalies', '/log-reviews', '/account-reviews'],
}

const LOOKS: Record<string, Look> = {
  'wide, light, Chinese': DESK,
  'phone, dark, English': { ...PHONE, theme: 'dark', language: 'en-US' },
}

async function examine(page: Page, where: Where, faults: string[]): Promise<void> {
  const path = typeof where === 'string' ? where : await where(page)
  await page.goto(path)
  await settled(page)
  await expect(page).toHaveTitle(/.+ · .+/)
  await expectNoSidewaysScroll(page)
  const text = await page.locator('body').innerText()
  if (/\{\{|\b(enum|field|command|common)\.[A-Za-z]/.test(text)) faults.push(`${path}: a text is missing`)
  // A drawer that still fades in has not its colours yet.
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every((each) => each.playState !== 'running' || each.effect?.getTiming().iterations === Infinity),
  )
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
    .exclude('.ant-table-measure-row')
    .analyze()
  for (const { impact, id, help, nodes } of violations)
    if (impact === 'serious' || impact === 'critical')
      faults.push(
        `${path}: ${id} (${help}) ×${nodes.length}: ${nodes[0]?.html.slice(0, 200)} | ${nodes[0]?.failureSummary?.split('\n')[1]?.trim()}`,
      )
}

for (const [name, look] of Object.entries(LOOKS))
  for (const [username, tour] of Object.entries(TOURS))
    test(`pages of ${username}: ${name}`, async ({ enter }) => {
      test.setTimeout(180_000)
      const page = await enter(username, look)
      const faults: string[] = []
      for (const where of tour) await examine(page, where, faults)
      expect(faults).toEqual([])
    })

test('pages in the other theme of each width', async ({ enter }) => {
  test.setTimeout(180_000)
  const faults: string[] = []
  const wide = await enter('desk', { ...DESK, theme: 'dark', language: 'en-US' })
  for (const where of ['/', '/intake', '/incidents', first('/api/incidents?state=INVESTIGATING&size=1', '/incidents')])
    await examine(wide, where, faults)
  await examine(
    wide,
    async (page) => `${await first('/api/incidents?state=CLASSIFIED&size=1', '/incidents')(page)}?do=RaiseWorkOrder`,
    faults,
  )
  const statistics = await enter('manager', { ...DESK, theme: 'dark' })
  await examine(statistics, '/statistics', faults)
  const phone = await enter('engineer', PHONE)
  for (const where of ['/', '/work-orders', first('/api/work-orders?phase=OPEN&size=1', '/work-orders')])
    await examine(phone, where, faults)
  expect(faults).toEqual([])
})

test('the door', async ({ enter }) => {
  const faults: string[] = []
  for (const look of Object.values(LOOKS)) await examine(await enter(null, look), '/sign-in', faults)
  expect(faults).toEqual([])
})
