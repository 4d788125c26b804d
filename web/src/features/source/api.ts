import { queryOptions } from '@tanstack/react-query'
import { api } from '@/shared/api'
import type { Schemas } from '@/shared/contract'

export type Source = Schemas['IdentitySource']
export type SourceKind = Schemas['SourceKind']
export type Mapping = Schemas['GroupMappingsMapping']
export type Outcome = Schemas['SourceTrialOutcome']
type Body = Schemas['SourceActChangeIdentitySource']

/** What stands in the form: one text a list, and the secret only when it is to change. */
export interface Answers {
  name: string
  kind: SourceKind
  adopting: boolean
  secret?: string
  ldap?: Omit<NonNullable<Body['ldap']>, 'urls'> & { urls: string }
  oidc?: Omit<NonNullable<Body['oidc']>, 'scopes'> & { scopes: string }
}

export const sourcesQuery = queryOptions({
  queryKey: ['identity-sources'],
  queryFn: ({ signal }) => api.get('/api/identity-sources', { signal }),
})
export const mappingsQuery = (id: string) =>
  queryOptions({
    queryKey: ['identity-sources', id, 'groups'],
    queryFn: ({ signal }) => api.get('/api/identity-sources/{id}/groups', { path: { id }, signal }),
  })

const words = (text: string): string[] => text.split(/[\s,，]+/).filter(Boolean)
const orNull = (text: string | null | undefined): string | null => text?.trim() || null

function bodyOf({ name, adopting, kind, ldap, oidc }: Answers, active: boolean): Body {
  return {
    name: name.trim(),
    active,
    adopting,
    ldap:
      kind === 'LDAP' && ldap
        ? {
            ...ldap,
            urls: words(ldap.urls),
            certificates: orNull(ldap.certificates),
            bindDn: orNull(ldap.bindDn),
            groupAttribute: orNull(ldap.groupAttribute),
            groupBase: orNull(ldap.groupBase),
          }
        : null,
    oidc:
      kind === 'OIDC' && oidc ? { ...oidc, scopes: words(oidc.scopes), groupsClaim: orNull(oidc.groupsClaim) } : null,
  }
}

export const answersOf = ({ name, kind, adopting, ldap, oidc }: Source): Answers => ({
  name,
  kind,
  adopting,
  ...(ldap ? { ldap: { ...ldap, urls: ldap.urls.join(' ') } } : {}),
  ...(oidc ? { oidc: { ...oidc, scopes: oidc.scopes.join(' ') } } : {}),
})

export async function saveSource(source: Source | undefined, answers: Answers, idempotencyKey: string): Promise<void> {
  const { active, ...body } = bodyOf(answers, source?.active ?? true)
  let id = source?.id
  if (source)
    await api.put('/api/identity-sources/{id}', {
      path: { id: source.id },
      body: { ...body, active },
      version: source.version,
    })
  else id = (await api.post('/api/identity-sources', { body, idempotencyKey })).id
  if (id && answers.secret)
    await api.put('/api/identity-sources/{id}/secret', { path: { id }, body: { secret: answers.secret } })
}

export const switchSource = (source: Source) =>
  api.put('/api/identity-sources/{id}', {
    path: { id: source.id },
    body: bodyOf(answersOf(source), !source.active),
    version: source.version,
  })

export const tryOut = (id: string, name: string | null) =>
  api.post('/api/identity-sources/{id}/trial', { path: { id }, body: { name } })
export const mapGroup = (id: string, body: Schemas['SourceActMapGroup'], idempotencyKey: string) =>
  api.post('/api/identity-sources/{id}/groups', { path: { id }, body, idempotencyKey })
export const unmapGroup = (id: string, mapping: string) =>
  api.delete('/api/identity-sources/{id}/groups/{mapping}', { path: { id, mapping } })
