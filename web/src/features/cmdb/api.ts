import { queryOptions } from '@tanstack/react-query'
import { api } from '@/shared/api'
import type { GroupRef, PersonRef, UnitRef } from '@/shared/types'

export interface System {
  id: string
  code: string
  name: string
  systemClass: 'A' | 'B' | 'C'
  serviceHours: { id: string; name: string }
  unit: UnitRef
  responsible: PersonRef
  group: GroupRef
  active: boolean
  version: number
  description: string | null
}

export interface SystemForm {
  code: string
  name: string
  systemClass: System['systemClass']
  serviceHours: string
  unit: string
  responsible: string
  group: string
  description?: string
  active: boolean
}

export const CLASSES = ['A', 'B', 'C'] as const

export const systemQuery = (id: string) =>
  queryOptions({
    queryKey: ['systems', id],
    queryFn: ({ signal }) => api.get<System>(`/api/systems/${id}`, undefined, { signal }),
  })

export const serviceHoursQuery = queryOptions({
  queryKey: ['calendars'],
  queryFn: ({ signal }) => api.get<{ id: string; name: string }[]>('/api/calendars', undefined, { signal }),
  staleTime: 5 * 60_000,
})

export const registerSystem = (form: SystemForm, idempotencyKey: string) =>
  api.post<System>('/api/systems', form, { idempotencyKey })

export const reviseSystem = (system: System, form: SystemForm) =>
  api.put<System>(`/api/systems/${system.id}`, form, { version: system.version })

export const formOf = (system: System): SystemForm => ({
  code: system.code,
  name: system.name,
  systemClass: system.systemClass,
  serviceHours: system.serviceHours.id,
  unit: system.unit.id,
  responsible: system.responsible.id,
  group: system.group.id,
  ...(system.description && { description: system.description }),
  active: system.active,
})
