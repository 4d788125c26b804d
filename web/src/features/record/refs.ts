import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api } from '@/shared/api'

export type RefType = 'person' | 'handler' | 'group' | 'system' | 'unit' | 'record' | 'robot'

export interface RefOption {
  id: string
  name: string
  /** What tells two of the same name apart. */
  hint?: string | undefined
}

async function people(query: { q: string; handlers?: boolean }, signal: AbortSignal): Promise<RefOption[]> {
  const found = await api.get('/api/lookup/people', { query, signal })
  return found.map((one) => ({ id: one.id, name: one.name, hint: [one.unit, one.phone].filter(Boolean).join(' ') }))
}

const finders: Record<RefType, (q: string, signal: AbortSignal) => Promise<RefOption[]>> = {
  person: (q, signal) => people({ q }, signal),
  /** Whoever works orders: the members of maintenance groups. */
  handler: (q, signal) => people({ q, handlers: true }, signal),
  group: async (q, signal) => {
    const found = await api.get('/api/lookup/groups', { query: { q }, signal })
    return found.map((one) => ({ id: one.id, name: one.name }))
  },
  system: async (q, signal) => {
    const found = await api.get('/api/lookup/systems', { query: { q }, signal })
    return found.map((one) => ({ id: one.id, name: one.name, hint: one.systemClass }))
  },
  unit: async (q, signal) => {
    const units = await api.get('/api/units', { signal })
    const names = new Map(units.map((unit) => [unit.id, unit.name]))
    return units
      .filter((unit) => unit.active && unit.name.toLowerCase().includes(q.toLowerCase()))
      .slice(0, 100)
      .map((unit) => ({ id: unit.id, name: unit.name, hint: unit.parent ? names.get(unit.parent) : undefined }))
  },
  record: async (q, signal) => {
    if (!q) return []
    const found = await api.get('/api/search', { query: { q, size: 20 }, signal })
    return found.records.map((one) => ({ id: one.id, name: one.number, hint: one.title }))
  },
  robot: async (q, signal) => {
    const found = await api.get('/api/robots', { query: { q, size: 20 }, signal })
    return found.rows.map((one) => ({ id: one.id, name: one.name }))
  },
}

export const refOptions = (type: RefType, text: string) =>
  queryOptions({
    queryKey: ['ref', type, text],
    queryFn: ({ signal }) => finders[type](text, signal),
    staleTime: 60_000,
    placeholderData: keepPreviousData,
  })

/** The name of something once picked, so that a chip or a reopened form can show it. */
export const refName = (type: RefType, id: string) => ['ref-name', type, id]
