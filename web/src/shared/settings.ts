import { queryOptions } from '@tanstack/react-query'
import { api } from '@/shared/api'
import type { Body, Schemas } from '@/shared/contract'

export type ScopeKind = Schemas['SettingScopeKind']

export type NewValue = Body<'/api/settings/{key}', 'put'>

/** A setting as it stands for one scope, and where that comes from. */
export const settingQuery = (key: string, scopeKind: ScopeKind, scopeId: string | undefined) =>
  queryOptions({
    queryKey: ['settings', key, scopeKind, scopeId],
    queryFn: ({ signal }) => api.get('/api/settings/{key}', { path: { key }, query: { scopeKind, scopeId }, signal }),
    enabled: scopeKind === 'GLOBAL' || Boolean(scopeId),
  })

/** What has been proposed for a setting and waits for consent, as far as one may see it. */
export const proposalsQuery = (key: string) =>
  queryOptions({
    queryKey: ['settings', key, 'proposals'],
    queryFn: ({ signal }) =>
      api.get('/api/approvals', {
        query: { operation: ['ChangeSetting'], subject: key, phase: ['OPEN', 'WAITING'], sort: '-openedAt', size: 20 },
        signal,
      }),
  })

/** Sets a value for one scope; where a rule asks for consent, it waits for that. */
export const changeSetting = (key: string, body: NewValue, seen?: number) =>
  api.put('/api/settings/{key}', { path: { key }, body, ...(seen !== undefined && { version: seen }) })

/** Hours as the server writes a duration. */
export const hoursToDuration = (hours: number | null | undefined): string | null =>
  hours == null ? null : `PT${Math.round(hours * 60)}M`

/** Minutes of `P1DT2H30M`; undefined for what is no duration. */
export function durationMinutes(text: unknown): number | undefined {
  const found =
    typeof text === 'string' ? /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.\d+)?S)?)?$/.exec(text) : null
  if (!found) return undefined
  const [, days = 0, hours = 0, minutes = 0, seconds = 0] = found.map((part) => Number(part ?? 0))
  return days * 1440 + hours * 60 + minutes + seconds / 60
}
