import dayjs from 'dayjs'
import { describe, expect, it } from 'vitest'
import { bucketsOf } from './buckets'
import { listSearch, periodOf } from './period'

const day = (date: string, opened = 1, resolved = 0) => ({ date, opened, resolved })

describe('the statistics page', () => {
  it('counts by day, by week, by month, as the span grows', () => {
    expect(bucketsOf([day('2026-11-01'), day('2026-11-03')]).map((one) => one.opened)).toEqual([1, 0, 1])
    const weeks = bucketsOf([day('2026-01-01'), day('2026-04-30')])
    expect(weeks[0]?.from).toBe('2025-12-29')
    const months = bucketsOf([day('2024-01-15'), day('2026-01-15')])
    expect(months).toHaveLength(25)
    expect(months.reduce((sum, one) => sum + one.opened, 0)).toBe(2)
    expect(bucketsOf([])).toEqual([])
  })

  it('shows a quarter, or everything of an imported source', () => {
    const now = dayjs('2026-11-21T12:00:00')
    expect(periodOf({}, now).name).toBe('quarter')
    expect(periodOf({ source: 'servicenow' }, now)).toEqual({ name: 'all', from: undefined, to: undefined })
    expect(periodOf({ period: 'lastMonth' }, now).to).toBe(dayjs('2026-11-01T00:00:00').toISOString())
    expect(periodOf({ from: '2026-01-01T00:00:00Z' }, now).name).toBe('custom')
  })

  it('opens the list with the same filters and the figure’s own', () => {
    const search = { period: 'all', unit: 'u1' }
    expect(listSearch(search, periodOf(search), { reopened: 'true' })).toEqual({
      unit: 'u1',
      openedFrom: undefined,
      openedTo: undefined,
      counted: 'true',
      reopened: 'true',
    })
  })
})
