import { queryOptions, useQuery } from '@tanstack/react-query'
import { refName, type RefType } from '@/features/record/refs'
import { api } from '@/shared/api'

const person = async (id: string) => (await api.get('/api/lookup/people', { query: { id } }))[0]?.name

/** How the name behind an id is found when nobody picked it in this tab, such as on opening a link. */
const finders: Partial<Record<RefType, (id: string) => Promise<string | undefined>>> = {
  unit: async (id) => (await api.get('/api/units')).find((unit) => unit.id === id)?.name,
  system: async (id) => (await api.get('/api/systems/{id}', { path: { id } })).name,
  group: async (id) => (await api.get('/api/lookup/groups', { query: { id } }))[0]?.name,
  person,
  handler: person,
  record: async (id) => (await api.get('/api/records/{id}', { path: { id } })).number,
  robot: async (id) => (await api.get('/api/robots/{id}', { path: { id } })).name,
}

export const refNameQuery = (type: RefType, id: string) =>
  queryOptions({
    queryKey: refName(type, id),
    queryFn: async () => (await finders[type]?.(id)) ?? '',
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })

/** The name of what an id stands for; undefined while it is not known. */
export function useRefName(type: RefType, id: string | undefined): string | undefined {
  const found = useQuery({ ...refNameQuery(type, id ?? ''), enabled: id !== undefined })
  return found.data || undefined
}
