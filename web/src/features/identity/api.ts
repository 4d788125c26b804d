import { queryOptions } from '@tanstack/react-query'
import { api } from '@/shared/api'
import type { Schemas } from '@/shared/contract'
import type { Role } from '@/shared/roles'

export type Grant = Schemas['PeopleQueriesRole']
export type Person = Schemas['PeopleQueriesPerson']
export type Unit = Schemas['UnitControllerUnitView']
export type UnitKind = Schemas['UnitKind']
export type Group = Schemas['GroupQueriesGroup']
export type RoleForm = Schemas['RightsActCreateRole']
export type RoleChange = Schemas['RightsActChangeRole']
export type Right = Schemas['RightsRight']
export type Source = Schemas['RightsSource']
export type Delegation = Schemas['DelegationControllerDelegation']
export type DelegationForm = Schemas['RightsActDelegate']
export type Administration = Schemas['Administration']
export type PersonForm = Schemas['PeopleControllerPersonBody']
export type GroupForm = Schemas['IdentityActCreateGroup']

export const unitsQuery = queryOptions({
  queryKey: ['units'],
  queryFn: ({ signal }) => api.get('/api/units', { signal }),
})
/** The units that lack somebody whom each must have. */
export const staffingQuery = queryOptions({
  queryKey: ['units', 'staffing'],
  queryFn: ({ signal }) => api.get('/api/units/staffing', { signal }),
})
/** What is asked anew when a group changes. */
export const GROUPS = ['list', '/api/groups']
export const personQuery = (id: string) =>
  queryOptions({
    queryKey: ['people', id],
    queryFn: ({ signal }) => api.get('/api/people/{id}', { path: { id }, signal }),
  })
export const permissionsQuery = queryOptions({
  queryKey: ['permissions'],
  queryFn: ({ signal }) => api.get('/api/permissions', { signal }),
  staleTime: 5 * 60_000,
})
export const previewQuery = (administration: Administration, patterns: string[]) =>
  queryOptions({
    queryKey: ['roles', 'preview', administration, patterns],
    queryFn: ({ signal }) => api.get('/api/roles/preview', { query: { administration, patterns }, signal }),
    enabled: patterns.length > 0,
  })
export const rightsQuery = (id: string) =>
  queryOptions({
    queryKey: ['people', id, 'rights'],
    queryFn: ({ signal }) => api.get('/api/people/{id}/rights', { path: { id }, signal }),
  })
export type Need = Schemas['ApprovalRulesRule']

export const needsQuery = (person: string, permission: string, unit: string) =>
  queryOptions({
    queryKey: ['people', person, 'needs', permission, unit],
    queryFn: ({ signal }) =>
      api.get('/api/people/{id}/rights/consents', { path: { id: person }, query: { permission, unit }, signal }),
  })

export const decisionQuery = (id: string, permission: string, unit: string) =>
  queryOptions({
    queryKey: ['people', id, 'decision', permission, unit],
    queryFn: ({ signal }) =>
      api.get('/api/people/{id}/rights/decision', { path: { id }, query: { permission, unit }, signal }),
  })
export const holdersQuery = (permission: string, unit: string) =>
  queryOptions({
    queryKey: ['rights', 'holders', permission, unit],
    queryFn: ({ signal }) => api.get('/api/rights/holders', { query: { permission, unit }, signal }),
  })
export const delegationsQuery = (id: string) =>
  queryOptions({
    queryKey: ['people', id, 'delegations'],
    queryFn: ({ signal }) => api.get('/api/people/{id}/delegations', { path: { id }, signal }),
  })

export const createRole = (body: RoleForm, idempotencyKey: string) => api.post('/api/roles', { body, idempotencyKey })
export const changeRole = (role: Role, body: RoleChange) =>
  api.put('/api/roles/{code}', { path: { code: role.code }, body, version: role.version })

export const delegate = (id: string, body: DelegationForm, idempotencyKey: string) =>
  api.post('/api/people/{id}/delegations', { path: { id }, body, idempotencyKey })
export const endDelegation = (id: string, delegation: string) =>
  api.delete('/api/people/{id}/delegations/{delegation}', { path: { id, delegation } })

const orNull = (text: string | null | undefined): string | null => text?.trim() || null

const bodyOf = (form: PersonForm) => ({
  username: orNull(form.username),
  name: form.name.trim(),
  phone: orNull(form.phone),
  email: orNull(form.email),
  unit: form.unit,
  password: null,
})

export const createPerson = (form: PersonForm, idempotencyKey: string) =>
  api.post('/api/people', { body: bodyOf(form), idempotencyKey })

export const changePerson = (person: Person, form: PersonForm, active = person.active) =>
  api.put('/api/people/{id}', {
    path: { id: person.id },
    body: { ...bodyOf(form), active },
    version: person.version,
  })

export const formOf = ({ username, name, phone, email, unit }: Person): PersonForm => ({
  username,
  name,
  phone,
  email,
  unit: unit.id,
})

export const grant = (person: string, body: Schemas['IdentityActGrant'], idempotencyKey: string) =>
  api.post('/api/people/{id}/grants', { path: { id: person }, body, idempotencyKey })
export const revoke = (person: string, held: string) =>
  api.delete('/api/people/{id}/grants/{grant}', { path: { id: person, grant: held } })

export const createUnit = (body: Schemas['IdentityActCreateUnit'], idempotencyKey: string) =>
  api.post('/api/units', { body, idempotencyKey })
export const changeUnit = (id: string, body: Schemas['IdentityActChangeUnit']) =>
  api.put('/api/units/{id}', { path: { id }, body })

/** Only the second line is divided into tracks. */
const trackOf = (form: GroupForm) => (form.line === 2 ? form.track : null)

export const createGroup = (form: GroupForm, idempotencyKey: string) =>
  api.post('/api/groups', { body: { ...form, track: trackOf(form) }, idempotencyKey })
export const changeGroup = (id: string, form: GroupForm) =>
  api.put('/api/groups/{id}', { path: { id }, body: { name: form.name, line: form.line, track: trackOf(form) } })
export const addMember = (group: string, person: string) =>
  api.put('/api/groups/{id}/members/{person}', { path: { id: group, person } })
export const removeMember = (group: string, person: string) =>
  api.delete('/api/groups/{id}/members/{person}', { path: { id: group, person } })

/** Identity sources to which an account may be linked. */
export const sourceChoicesQuery = queryOptions({
  queryKey: ['identity-sources', 'choices'],
  queryFn: ({ signal }) => api.get('/api/identity-sources/choices', { signal }),
  staleTime: 60_000,
  retry: false,
})
export const linkAccount = (person: string, body: Schemas['SourceActLinkAccount']) =>
  api.put('/api/people/{person}/link', { path: { person }, body })
export const unlinkAccount = (person: string) => api.delete('/api/people/{person}/link', { path: { person } })

export const personAccountQuery = (id: string) =>
  queryOptions({
    queryKey: ['people', id, 'account'],
    queryFn: ({ signal }) => api.get('/api/people/{id}/account', { path: { id }, signal }),
  })
export type Account = Schemas['IdentityActSetAccount']
export const particularsQuery = (id: string) =>
  queryOptions({
    queryKey: ['people', id, 'particulars'],
    queryFn: ({ signal }) => api.get('/api/people/{id}/particulars', { path: { id }, signal }),
  })
export const setParticulars = (id: string, { accountClass, staffNumber, post, endsAt }: Account) =>
  api.put('/api/people/{id}/particulars', {
    path: { id },
    body: {
      accountClass,
      staffNumber: accountClass === 'PERSON' ? orNull(staffNumber) : null,
      post: orNull(post),
      endsAt: endsAt ?? null,
    },
  })
export const unlock = (id: string) => api.delete('/api/people/{id}/lock', { path: { id } })
export const resetSecondFactor = (id: string) => api.delete('/api/people/{id}/second-factor', { path: { id } })
export const endSession = (id: string, session: string) =>
  api.delete('/api/people/{id}/sessions/{session}', { path: { id, session } })
export const endSessions = (id: string) => api.delete('/api/people/{id}/sessions', { path: { id } })
