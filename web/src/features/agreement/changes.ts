import { queryOptions } from '@tanstack/react-query'
import { api } from '@/shared/api'
import type { Schemas } from '@/shared/contract'
import { changeSetting, durationMinutes, hoursToDuration } from '@/shared/settings'

export type Change = Schemas['ClockChange']
export type Effect = Schemas['ClockChangeEffect']

interface ChangeRow {
  change: Change
  clock: string | null
  effect: Effect
}
interface PauseRow {
  reason: string
  times: number | null
  longest: string | null
}

const CHANGES = 'sla.changes'
const PAUSES = 'sla.pauses'

/** As the form holds it: an effect for each change, limits in hours for each reason. */
export interface ChangeForm {
  effects: Record<string, Effect>
  pauses: Record<string, { times: number | null; hours: number | null }>
  reason: string
}

export interface Known {
  changes: ChangeRow[]
  pauses: PauseRow[]
}

export const knownQuery = queryOptions({
  queryKey: ['settings', CHANGES, PAUSES],
  queryFn: async ({ signal }): Promise<Known> => {
    const rows = async <R>(key: string): Promise<R[]> => {
      const { setting } = await api.get('/api/settings/{key}', { path: { key }, signal })
      return (setting.value as { rows: R[] }).rows
    }
    const [changes, pauses] = await Promise.all([rows<ChangeRow>(CHANGES), rows<PauseRow>(PAUSES)])
    return { changes, pauses }
  },
})

export const toForm = ({ changes, pauses }: Known): Omit<ChangeForm, 'reason'> => ({
  effects: Object.fromEntries(changes.filter((row) => row.clock === null).map((row) => [row.change, row.effect])),
  pauses: Object.fromEntries(
    pauses.map((row) => [row.reason, { times: row.times, hours: (durationMinutes(row.longest) ?? 0) / 60 || null }]),
  ),
})

/** One effect for each change, as rules. */
export const toRows = (effects: Record<string, Effect>): ChangeRow[] =>
  Object.entries(effects).map(([change, effect]) => ({ change: change as Change, clock: null, effect }))

/** With the rows there are for single clocks. */
export const withSingle = (known: Known, effects: Record<string, Effect>): ChangeRow[] => [
  ...known.changes.filter((row) => row.clock !== null),
  ...toRows(effects),
]

/** Rows for single clocks stay before those for all. */
export function fromForm(form: ChangeForm, known: Known): Known {
  return {
    changes: withSingle(known, form.effects),
    pauses: Object.entries(form.pauses ?? {})
      .filter(([, limit]) => limit?.times != null || limit?.hours != null)
      .map(([reason, limit]) => ({ reason, times: limit.times ?? null, longest: hoursToDuration(limit.hours) })),
  }
}

const put = (key: string, rows: unknown[], reason: string) =>
  changeSetting(key, { scopeKind: 'GLOBAL', scopeId: null, value: { rows } as never, effectiveFrom: null, reason })

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** Writes what is another now; each of the two is a rule of its own, and may wait for consent by itself. */
export async function saveChanges(form: ChangeForm, known: Known): Promise<void> {
  const next = fromForm(form, known)
  const writing = [
    ...(same(next.changes, known.changes) ? [] : [put(CHANGES, next.changes, form.reason)]),
    ...(same(next.pauses, known.pauses) ? [] : [put(PAUSES, next.pauses, form.reason)]),
  ]
  const results = await Promise.allSettled(writing)
  const failed = results.find((one) => one.status === 'rejected')
  if (failed) throw failed.reason
}
