import { beforeAll, describe, expect, it } from 'vitest'
import { startI18n, switchLanguage } from '@/shared/i18n'
import { durationWords, limitWords, relativeWords } from '@/shared/time'

beforeAll(() => startI18n('zh-CN'))

describe('durations in words', () => {
  it('name hours and minutes', () => {
    expect(durationWords(80)).toBe('1 小时 20 分')
    expect(durationWords(-35)).toBe('35 分')
    expect(durationWords(0)).toBe('0 分')
    expect(durationWords(120)).toBe('2 小时')
  })

  it('count working time in hours, never in days', () => {
    expect(durationWords(1600)).toBe('26 小时 40 分')
    expect(durationWords(1600, true)).toBe('1 天 2 小时')
  })

  it('speak the language of the person', async () => {
    await switchLanguage('en-US')
    expect(durationWords(80)).toBe('1 h 20 min')
    await switchLanguage('zh-CN')
  })
})

describe('limits', () => {
  it('are read from what the server writes', () => {
    expect(limitWords('PT2H')).toBe('2 小时')
    expect(limitWords('PT10M')).toBe('10 分')
    expect(limitWords('P2D')).toBe('2 个工作日')
    expect(limitWords('EOD')).toBe('当日')
  })
})

describe('moments', () => {
  const now = new Date('2026-11-21T16:00:00').getTime()
  const ago = (minutes: number) => relativeWords(new Date(now - minutes * 60_000).toISOString(), now)
  it('are told from now', () => {
    expect(ago(0)).toBe('刚刚')
    expect(ago(5)).toBe('5 分钟前')
    expect(ago(125)).toBe('2 小时前')
    expect(ago(20 * 60)).toBe('昨天 20:00')
    expect(ago(3 * 24 * 60)).toBe('3 天前')
    expect(ago(30 * 24 * 60)).toBe('2026-10-22 16:00')
  })
})
