import { queryOptions } from '@tanstack/react-query'
import { api } from '@/shared/api'
import type { Schemas } from '@/shared/contract'

export type Secret = Schemas['VaultQueriesRow']
export type SecretForm = Schemas['SecretForm']
export type NewSecret = Schemas['VaultControllerNewSecret']
export type Reveal = Schemas['RevealsReveal']
export type Reading = Schemas['VaultStoriesReading']
export type Holder = Schemas['VaultStoriesHolder']

export const LIST = ['list', '/api/vault']
const ENTRY = 'vault'

export const countsQuery = queryOptions({
  queryKey: [ENTRY, 'counts'],
  queryFn: ({ signal }) => api.get('/api/vault/counts', { signal }),
})
export const entryQuery = (id: string) =>
  queryOptions({
    queryKey: [ENTRY, id],
    queryFn: ({ signal }) => api.get('/api/vault/{id}', { path: { id }, signal }),
  })
export const holdersQuery = (id: string) =>
  queryOptions({
    queryKey: [ENTRY, id, 'holders'],
    queryFn: ({ signal }) => api.get('/api/vault/{id}/holders', { path: { id }, signal }),
  })
export const versionsQuery = (id: string) =>
  queryOptions({
    queryKey: [ENTRY, id, 'versions'],
    queryFn: ({ signal }) => api.get('/api/vault/{id}/versions', { path: { id }, signal }),
  })
/** Everything that is asked anew after an act. */
export const VAULT = [ENTRY]

export const registerSecret = (body: SecretForm & { secret: string | null }, idempotencyKey: string) =>
  api.post('/api/vault', { body, idempotencyKey })
export const reviseSecret = ({ id, version }: Secret, body: SecretForm) =>
  api.put('/api/vault/{id}', { path: { id }, body, version })
export const renewSecret = ({ id, version }: Secret, body: NewSecret, idempotencyKey: string) =>
  api.post('/api/vault/{id}/renewals', { path: { id }, body, version, idempotencyKey })
export const retireSecret = ({ id, version }: Secret, reason: string, idempotencyKey: string) =>
  api.post('/api/vault/{id}/retirement', { path: { id }, body: { reason }, version, idempotencyKey })

/** Null when a second person has to consent first. */
export async function revealSecret(id: string, reason: string, number: number | null): Promise<Reveal | null> {
  const reveal = await api.post('/api/vault/{id}/reveals', { path: { id }, body: { reason, number } })
  return 'until' in reveal ? reveal : null
}

/** What it answers is kept by whoever shows it and by nobody else: not in a cache, not in an address. */
export const openSecret = (id: string, reveal: string) =>
  api.post('/api/vault/{id}/reveals/{reveal}/opening', { path: { id, reveal } })

export const formOf = (secret: Secret): SecretForm => ({
  name: secret.name,
  secretKind: secret.secretKind,
  account: secret.account,
  system: secret.system?.id ?? null,
  unit: secret.unit.id,
  custodian: secret.custodian.id,
  filedWith: secret.filedWith.id,
  releaseRule: secret.releaseRule,
  renewDays: secret.renewDays,
  notes: secret.notes,
})
