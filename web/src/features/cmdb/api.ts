import { queryOptions } from '@tanstack/react-query'
import { api } from '@/shared/api'
import type { Schemas } from '@/shared/contract'

export type System = Schemas['SystemQueriesRow']
export type SystemForm = Schemas['SystemForm']

export const systemQuery = (id: string) =>
  queryOptions({
    queryKey: ['systems', id],
    queryFn: ({ signal }) => api.get('/api/systems/{id}', { path: { id }, signal }),
  })

export const registerSystem = (form: SystemForm, idempotencyKey: string) =>
  api.post('/api/systems', { body: form, idempotencyKey })

export const reviseSystem = (system: System, form: SystemForm) =>
  api.put('/api/systems/{id}', { path: { id: system.id }, body: form, version: system.version })

export const formOf = (system: System): SystemForm => ({
  code: system.code,
  name: system.name,
  systemClass: system.systemClass,
  serviceHours: system.serviceHours.id,
  unit: system.unit.id,
  responsible: system.responsible.id,
  group: system.group.id,
  description: system.description,
  active: system.active,
})
