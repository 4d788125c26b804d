import { queryOptions } from '@tanstack/react-query'
import { api } from '@/shared/api'

export const accountQuery = queryOptions({
  queryKey: ['account'],
  queryFn: ({ signal }) => api.get('/api/me/account', { signal }),
})
export const sessionsQuery = queryOptions({
  queryKey: ['own-sessions'],
  queryFn: ({ signal }) => api.get('/api/me/sessions', { signal }),
})
