import { queryOptions, useQuery } from '@tanstack/react-query'
import { api } from '@/shared/api'
import { Problem } from '@/shared/problem'
import type { Me } from '@/shared/types'

/** Who is signed in; null when nobody is. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async (): Promise<Me | null> => {
    try {
      return await api.get('/api/me', { anonymous: true })
    } catch (error) {
      if (error instanceof Problem && error.status === 401) return null
      throw error
    }
  },
  staleTime: 5 * 60_000,
})

/** Whether this installation still has its first page before it. */
export const setupQuery = queryOptions({ queryKey: ['setup'], queryFn: () => api.get('/api/setup') })

export function useMe(): Me | null {
  return useQuery(meQuery).data ?? null
}

/** A permission, any of several, each of several, or none needed. */
export type Need = string | string[] | { all: string[] } | undefined

export function allows(me: Me | null, need: Need): boolean {
  if (need === undefined) return true
  const held = me?.permissions ?? []
  if (typeof need === 'object' && 'all' in need) return need.all.every((one) => held.includes(one))
  return (Array.isArray(need) ? need : [need]).some((one) => held.includes(one))
}

export function useCan(need: Need): boolean {
  return allows(useMe(), need)
}
