import dayjs from 'dayjs'
import type { DayCount } from './api'

interface Bucket {
  /** First day, and the day after the last. */
  from: string
  to: string
  label: string
  opened: number
  resolved: number
}

type Step = 'day' | 'week' | 'month'

const stepFor = (days: number): Step => (days > 500 ? 'month' : days > 70 ? 'week' : 'day')

const startOf = (date: string, step: Step): dayjs.Dayjs => {
  const day = dayjs(date)
  if (step === 'week') return day.subtract((day.day() + 6) % 7, 'day').startOf('day')
  return day.startOf(step)
}

/** Days, weeks or months, so that a line never has more points than can be seen; what is absent counts as nothing. */
export function bucketsOf(days: DayCount[]): Bucket[] {
  const first = days[0]
  const last = days[days.length - 1]
  if (!first || !last) return []
  const step = stepFor(dayjs(last.date).diff(dayjs(first.date), 'day') + 1)
  const found = new Map<string, Bucket>()
  for (let at = startOf(first.date, step); !at.isAfter(dayjs(last.date)); at = at.add(1, step)) {
    const from = at.format('YYYY-MM-DD')
    const to = at.add(1, step).format('YYYY-MM-DD')
    found.set(from, { from, to, label: step === 'month' ? from.slice(0, 7) : from, opened: 0, resolved: 0 })
  }
  for (const day of days) {
    const bucket = found.get(startOf(day.date, step).format('YYYY-MM-DD'))
    if (!bucket) continue
    bucket.opened += day.opened
    bucket.resolved += day.resolved
  }
  return [...found.values()]
}
