import { describe, expect, it } from 'vitest'
import { asIncident, emptyCall, titleOf, type FullCall } from './call'

const fullCall = (): FullCall => ({ ...emptyCall(), unit: 'u1', impact: 'ONE_PERSON', effect: 'MINOR' })

describe('a call', () => {
  it('takes its title from the first sentence', () => {
    expect(titleOf('打不开国库系统。昨天还好的')).toBe('打不开国库系统')
    expect(titleOf('The printer is offline. It beeps.')).toBe('The printer is offline')
    expect(titleOf('版本 1.2.3 报错')).toBe('版本 1.2.3 报错')
    expect(titleOf('长'.repeat(80))).toHaveLength(60)
    expect(titleOf(undefined)).toBe('')
  })

  it('counts as happening now, unless somebody said when', () => {
    const now = Date.parse('2026-11-21T08:00:00Z')
    expect(asIncident(fullCall(), '已登记', now).occurredAt).toBe('2026-11-21T08:00:00.000Z')
    const earlier = asIncident({ ...fullCall(), occurredAt: '2026-11-20T01:00:00Z' }, '已登记', now)
    expect(earlier.occurredAt).toBe('2026-11-20T01:00:00Z')
  })

  it('keeps a call record only for what came by telephone', () => {
    const now = Date.parse('2026-11-21T08:05:00Z')
    const form = { ...fullCall(), startedAt: '2026-11-21T08:00:00Z' }
    expect(asIncident(form, '已登记', now).call).toEqual({
      line: 'DESK',
      startedAt: '2026-11-21T08:00:00Z',
      minutes: 5,
      outcome: '已登记',
    })
    expect(asIncident({ ...form, channel: 'EMAIL' }, '已登记', now).call).toBeUndefined()
  })

  it('names an unknown caller only where no person of ours was chosen', () => {
    const now = Date.now()
    expect(asIncident({ ...fullCall(), callerName: ' 张三 ', callerPhone: '138' }, '', now).caller).toEqual({
      name: '张三',
      phone: '138',
    })
    expect(asIncident({ ...fullCall(), requester: 'p1', callerName: '张三' }, '', now).caller).toBeUndefined()
  })
})
