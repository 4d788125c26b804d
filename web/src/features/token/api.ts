import { queryOptions } from '@tanstack/react-query'
import { api } from '@/shared/api'
import type { Schemas } from '@/shared/contract'

export type ApiToken = Schemas['TokenAdministrationToken']

export const tokensQuery = queryOptions({ queryKey: ['tokens'], queryFn: () => api.get('/api/me/tokens') })

export const issueToken = (body: Schemas['IdentityActIssueToken']) => api.post('/api/me/tokens', { body })
export const revokeToken = (id: string) => api.delete('/api/me/tokens/{id}', { path: { id } })
