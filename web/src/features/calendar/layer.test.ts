import { describe, expect, it } from 'vitest'
import { type Layer, layerOn, windowsOf, withNotice, withoutDay, withWord, wordsOf } from './layer'

const EMPTY = layerOn('CHINA')

describe('what is said of a day', () => {
  it('makes it a holiday or a make-up day, never both', () => {
    const holiday = withWord(EMPTY, '2027-05-08', { kind: 'HOLIDAY', name: '厂庆' })
    const worked = withWord(holiday, '2027-05-08', { kind: 'MAKE_UP', name: '补班', like: 'MONDAY' })
    expect(wordsOf(worked, '2027-05-08')).toEqual([{ kind: 'MAKE_UP', name: '补班', like: 'MONDAY' }])
    expect(worked.holidays).toEqual({})
  })

  it('adds windows on top, and is taken back as a whole', () => {
    const closed = withWord(EMPTY, '2027-05-10', { kind: 'CLOSED', name: '停电', window: '15:00-18:00' })
    const both = withWord(closed, '2027-05-10', { kind: 'EXTRA', name: '上线', window: '20:00-23:00' })
    expect(wordsOf(both, '2027-05-10').map((word) => word.kind)).toEqual(['CLOSED', 'EXTRA'])
    expect(withoutDay(both, '2027-05-10')).toEqual(EMPTY)
  })
})

describe('a notice', () => {
  it('replaces what was said of its years and leaves the others alone', () => {
    const before: Layer = { ...EMPTY, holidays: { '2026-10-01': '国庆节', '2027-01-01': '元旦' }, years: [2026] }
    const after = withNotice(before, {
      holidays: { '2027-02-06': '春节' },
      makeUpDays: { '2026-12-26': { like: 'MONDAY', name: '元旦' } },
      years: [2027],
    })
    expect(after.holidays).toEqual({ '2026-10-01': '国庆节', '2027-02-06': '春节' })
    expect(after.makeUpDays).toEqual({ '2026-12-26': { like: 'MONDAY', name: '元旦' } })
    expect(after.years).toEqual([2026, 2027])
  })
})

describe('windows as people type them', () => {
  it('reads full-width signs, dashes and single digits', () => {
    expect(windowsOf('9：00–12:00，13:30-18:00')).toEqual(['09:00-12:00', '13:30-18:00'])
    expect(windowsOf('22:00-06:00')).toEqual(['22:00-06:00'])
    expect(windowsOf('')).toEqual([])
  })
  it('refuses what is no window', () => {
    for (const text of ['9-18', '09:00-09:00', '25:00-26:00', 'morning']) expect(windowsOf(text)).toBeNull()
  })
})
