import { queryOptions } from '@tanstack/react-query'
import { api } from '@/shared/api'
import type { PersonRef } from '@/shared/types'

export type ScopeKind = 'GLOBAL' | 'UNIT' | 'SYSTEM' | 'SERVICE'
export type SettingType = 'DURATION' | 'LIMIT' | 'INTEGER' | 'BOOLEAN' | 'TEXT' | 'CHOICE' | 'TABLE'

export interface Setting {
  key: string
  module: string
  type: SettingType
  unit: string | null
  default: unknown
  clause: string | null
  proposed: boolean
  scopes: ScopeKind[]
  value: unknown
  /** Where the value was set; absent when it is the default. */
  origin: { scopeKind: ScopeKind; scopeName: string | null; effectiveFrom: string } | null
}

export interface Step {
  scopeKind: ScopeKind
  scopeName: string | null
  value: unknown
  effectiveFrom: string | null
  by: PersonRef | string | null
}

export interface Change extends Step {
  effectiveFrom: string
  changedAt: string
  reason: string | null
}

export interface SettingDetails {
  setting: Setting
  trace: Step[]
  history: Change[]
}

export const settingsQuery = queryOptions({
  queryKey: ['settings'],
  queryFn: ({ signal }) => api.get<Setting[]>('/api/settings', undefined, { signal }),
})

export const settingQuery = (key: string, scopeKind: ScopeKind, scopeId: string | undefined) =>
  queryOptions({
    queryKey: ['settings', key, scopeKind, scopeId],
    queryFn: ({ signal }) => api.get<SettingDetails>(`/api/settings/${key}`, { scopeKind, scopeId }, { signal }),
    enabled: scopeKind === 'GLOBAL' || Boolean(scopeId),
  })

export const calendarNamesQuery = queryOptions({
  queryKey: ['calendars', 'all'],
  queryFn: ({ signal }) => api.get<{ id: string; name: string }[]>('/api/calendars', undefined, { signal }),
  staleTime: 5 * 60_000,
})
