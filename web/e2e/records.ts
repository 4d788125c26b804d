import type { Page } from '@playwright/test'
import { ask, tell } from './product'

export interface View {
  id: string
  number: string
  title: string
  state: string
  version: number
  links: { record: { id: string; kind: string } }[]
}
export interface Me {
  id: string
  unit: { id: string }
  groups: { id: string; name: string }[]
}

export const mark = () => `R${(Date.now() % 100_000_000).toString(36)}`
export const state = (page: Page) => page.locator('header [data-look]').first()
export const story = (page: Page) => page.locator('main ol').first()
export const open = (page: Page, view: View) =>
  page.goto(`/${view.number.startsWith('WO') ? 'work-orders' : 'incidents'}/${view.id}`)

/** A fault of the requester's, recorded by the desk; set up without the page. */
export async function recorded(desk: Page, requester: Page, title: string): Promise<View> {
  const person = await ask<Me>(requester, '/api/me')
  const { id } = await tell<View>(desk, '/api/intake/desk', {
    kind: 'FAULT',
    title,
    description: `${title}，早上还是好的`,
    requester: person.id,
    unit: person.unit.id,
    channel: 'HOTLINE',
    occurredAt: new Date().toISOString(),
    impact: 'ONE_PERSON',
    effect: 'IMPAIRED',
    urgency: 'LOW',
  })
  return ask<View>(desk, `/api/incidents/${id}`)
}

export async function perform(page: Page, path: string, command: string, fields: object = {}): Promise<void> {
  const { version } = await ask<View>(page, path)
  await tell(page, `${path}/commands`, { command, ...fields }, { 'If-Match': `"${version}"` })
}

export const CLASSIFIED = { impact: 'ONE_PERSON', effect: 'IMPAIRED', urgency: 'LOW' }
