import i18next from 'i18next'
import { useSyncExternalStore } from 'react'

const pad = (n: number): string => String(n).padStart(2, '0')

export function formatDay(instant: string | Date): string {
  const at = new Date(instant)
  return `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`
}

export function formatTime(instant: string | Date): string {
  const at = new Date(instant)
  return `${pad(at.getHours())}:${pad(at.getMinutes())}`
}

/** `2026-11-21 16:05`, in the zone of the person. */
export const formatInstant = (instant: string | Date): string => `${formatDay(instant)} ${formatTime(instant)}`

/** Minutes in words, two units at most: "1 h 20 min". Days only for time on the wall clock, not for working time. */
export function durationWords(minutes: number, withDays = false): string {
  const whole = Math.max(0, Math.round(Math.abs(minutes)))
  const days = withDays ? Math.floor(whole / 1440) : 0
  const hours = Math.floor((whole - days * 1440) / 60)
  const rest = whole % 60
  const parts: string[] = []
  if (days) parts.push(i18next.t('common.time.days', { count: days }))
  if (hours) parts.push(i18next.t('common.time.hours', { count: hours }))
  if ((rest && !days) || parts.length === 0) parts.push(i18next.t('common.time.minutes', { count: rest }))
  return parts.join(' ')
}

/** To the second, where a sum must be seen to be right: "26 h 3 min 5 s". */
export function exactWords(seconds: number): string {
  const parts = [
    { key: 'hours', count: Math.floor(seconds / 3600) },
    { key: 'minutes', count: Math.floor((seconds % 3600) / 60) },
    { key: 'seconds', count: seconds % 60 },
  ] as const
  const said = parts.filter((part) => part.count > 0).map((part) => i18next.t(`common.time.${part.key}`, part))
  return said.length > 0 ? said.join(' ') : i18next.t('common.time.seconds', { count: 0 })
}

/** ISO-8601 durations and the rule book's "same day", as words. */
export function limitWords(limit: string): string {
  if (limit === 'EOD') return i18next.t('common.time.endOfDay')
  const days = /^P(\d+)D$/.exec(limit)
  if (days?.[1] === '1') return i18next.t('common.time.workDay')
  if (days) return i18next.t('common.time.workDays', { count: Number(days[1]) })
  const clock = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?$/.exec(limit)
  if (!clock) return limit
  const minutes = Number(clock[1] ?? 0) * 60 + Number(clock[2] ?? 0)
  const seconds = clock[3] === undefined ? '' : i18next.t('common.time.seconds', { count: Number(clock[3]) })
  return [minutes > 0 || !seconds ? durationWords(minutes) : '', seconds].filter(Boolean).join(' ')
}

export function relativeWords(instant: string, now: number): string {
  const at = new Date(instant).getTime()
  const minutes = Math.floor((now - at) / 60_000)
  // The server's clock may be a little ahead of ours.
  if (minutes < -10) return formatInstant(instant)
  if (minutes < 1) return i18next.t('common.time.justNow')
  if (minutes < 60) return i18next.t('common.time.minutesAgo', { count: minutes })
  if (minutes < 12 * 60) return i18next.t('common.time.hoursAgo', { count: Math.floor(minutes / 60) })
  const midnight = new Date(now).setHours(0, 0, 0, 0)
  if (at >= midnight) return i18next.t('common.time.hoursAgo', { count: Math.floor(minutes / 60) })
  if (at >= midnight - 86_400_000) return i18next.t('common.time.yesterday', { time: formatTime(instant) })
  const days = Math.ceil((midnight - at) / 86_400_000)
  return days < 7 ? i18next.t('common.time.daysAgo', { count: days }) : formatInstant(instant)
}

let now = Date.now()
let timer: number | undefined
const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  if (timer === undefined) now = Date.now()
  timer ??= window.setInterval(() => {
    now = Date.now()
    listeners.forEach((tell) => tell())
  }, 20_000)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0 && timer !== undefined) {
      window.clearInterval(timer)
      timer = undefined
    }
  }
}

/** The present instant; everything that shows remaining time moves together. */
export const useNow = (): number => useSyncExternalStore(subscribe, () => now)
