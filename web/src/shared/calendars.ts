import { queryOptions } from '@tanstack/react-query'
import { api } from '@/shared/api'

/** The calendars of service hours; they change by decree, not by the hour. */
export const calendarsQuery = queryOptions({
  queryKey: ['calendars'],
  queryFn: ({ signal }) => api.get('/api/calendars', { signal }),
  staleTime: 5 * 60_000,
})
