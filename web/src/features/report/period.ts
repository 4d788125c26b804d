import dayjs from 'dayjs'
import type { SearchOf } from '@/shared/contract'
import { one, type Search } from '@/shared/search'

export const PERIODS = ['month', 'lastMonth', 'quarter', 'year', 'all'] as const
export type PeriodName = (typeof PERIODS)[number]

export interface Period {
  name: PeriodName | 'custom'
  from: string | undefined
  to: string | undefined
}

const DAYS: Record<'quarter' | 'year', number> = { quarter: 90, year: 365 }

function span(name: PeriodName, now: dayjs.Dayjs): [dayjs.Dayjs?, dayjs.Dayjs?] {
  if (name === 'all') return []
  if (name === 'month') return [now.startOf('month')]
  if (name === 'lastMonth') return [now.subtract(1, 'month').startOf('month'), now.startOf('month')]
  return [now.startOf('day').subtract(DAYS[name], 'day')]
}

/** From the address: a named period, two instants, or what makes sense: everything for one imported source, else a quarter. */
export function periodOf(search: Search, now = dayjs()): Period {
  const from = one(search.from)
  const to = one(search.to)
  if (from || to) return { name: 'custom', from, to }
  const asked = PERIODS.find((name) => name === one(search.period))
  const name = asked ?? (one(search.source) ? 'all' : 'quarter')
  const [begin, end] = span(name, now)
  return { name, from: begin?.toISOString(), to: end?.toISOString() }
}

/** What belongs to this page and not to the incidents it counts. */
const OWN = new Set(['period', 'from', 'to'])

export const filtersOf = (search: Search): Search =>
  Object.fromEntries(Object.entries(search).filter(([name]) => !OWN.has(name)))

/** What the list of incidents can be narrowed to. */
export type IncidentSearch = SearchOf<'/api/incidents'>

/** The filters of the list that a figure opens. */
export const listSearch = (search: Search, period: Period, own: IncidentSearch): IncidentSearch => ({
  ...filtersOf(search),
  openedFrom: period.from,
  openedTo: period.to,
  counted: 'true',
  ...own,
})
