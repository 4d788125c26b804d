import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api } from '@/shared/api'
import type { GroupRef, PersonRef, UnitRef } from '@/shared/types'

export interface Grant {
  id: string
  code: string
  unit: UnitRef
}
export interface Person {
  id: string
  username: string | null
  name: string
  phone: string | null
  email: string | null
  unit: UnitRef
  active: boolean
  language?: string | null
  version: number
  roles: Grant[]
  groups: GroupRef[]
}
export type UnitKind = 'HEADQUARTERS' | 'BRANCH' | 'DEPARTMENT'
export interface Unit {
  id: string
  parent: string | null
  name: string
  kind: UnitKind
  active: boolean
  path: string
}
export interface Group {
  id: string
  name: string
  unit: UnitRef
  line: number
  track: 'SYSTEM_OPS' | 'BUSINESS_OPS' | null
  members: PersonRef[]
}
export interface Role {
  code: string
  permissions: string[]
}
export interface PersonForm {
  username?: string
  name: string
  phone?: string
  email?: string
  unit: string
  password?: string
}
export interface GroupForm {
  name: string
  unit: string
  line: number
  track?: Group['track']
}

export const unitsQuery = queryOptions({
  queryKey: ['units'],
  queryFn: ({ signal }) => api.get<Unit[]>('/api/units', undefined, { signal }),
})
export const groupsQuery = (q: string | undefined, unit: string | undefined) =>
  queryOptions({
    queryKey: ['groups', q, unit],
    queryFn: ({ signal }) => api.get<Group[]>('/api/groups', { q, unit }, { signal }),
    placeholderData: keepPreviousData,
  })
export const personQuery = (id: string) =>
  queryOptions({
    queryKey: ['people', id],
    queryFn: ({ signal }) => api.get<Person>(`/api/people/${id}`, undefined, { signal }),
  })
export const rolesQuery = queryOptions({
  queryKey: ['roles'],
  queryFn: ({ signal }) => api.get<Role[]>('/api/roles', undefined, { signal }),
  staleTime: 5 * 60_000,
})

const blankToNull = (text: string | undefined): string | null => text?.trim() || null

const bodyOf = (form: PersonForm) => ({
  username: blankToNull(form.username),
  name: form.name.trim(),
  phone: blankToNull(form.phone),
  email: blankToNull(form.email),
  unit: form.unit,
})

export const createPerson = (form: PersonForm, idempotencyKey: string) =>
  api.post('/api/people', { ...bodyOf(form), password: form.password || null }, { idempotencyKey })

export const changePerson = (person: Person, form: PersonForm, active = person.active) =>
  api.put(
    `/api/people/${person.id}`,
    { ...bodyOf(form), active, language: person.language ?? null, password: form.password || null },
    { version: person.version },
  )

export const formOf = (person: Person): PersonForm => ({
  ...(person.username && { username: person.username }),
  name: person.name,
  ...(person.phone && { phone: person.phone }),
  ...(person.email && { email: person.email }),
  unit: person.unit.id,
})

export const grant = (person: string, role: string, unit: string, idempotencyKey: string) =>
  api.post(`/api/people/${person}/grants`, { role, unit }, { idempotencyKey })
export const revoke = (person: string, grantId: string) => api.delete(`/api/people/${person}/grants/${grantId}`)

export const createUnit = (body: { name: string; kind: UnitKind; parent: string | null }, idempotencyKey: string) =>
  api.post('/api/units', body, { idempotencyKey })
export const changeUnit = (id: string, change: { name: string; parent?: string; active?: boolean }) =>
  api.put(`/api/units/${id}`, change)

export const createGroup = (form: GroupForm, idempotencyKey: string) =>
  api.post('/api/groups', { ...form, track: form.line === 2 ? form.track : null }, { idempotencyKey })
export const changeGroup = (id: string, form: GroupForm) =>
  api.put(`/api/groups/${id}`, { name: form.name, line: form.line, track: form.line === 2 ? form.track : null })
export const addMember = (group: string, person: string) => api.put(`/api/groups/${group}/members/${person}`)
export const removeMember = (group: string, person: string) => api.delete(`/api/groups/${group}/members/${person}`)
