import { queryOptions, useQuery } from '@tanstack/react-query'
import { api } from '@/shared/api'
import { shippedName } from '@/shared/i18n/labels'

/** The calendars of service hours; they change by decree, not by the hour. */
export const calendarsQuery = queryOptions({
  queryKey: ['calendars'],
  queryFn: ({ signal }) => api.get('/api/calendars', { signal }),
  staleTime: 5 * 60_000,
  select: (calendars) => calendars.map((calendar) => ({ ...calendar, name: shippedName(calendar.name) })),
})

/** The name of a calendar by its id. */
export function useCalendarName(): (id: string) => string {
  const calendars = useQuery(calendarsQuery).data
  return (id) => calendars?.find((calendar) => calendar.id === id)?.name ?? id
}
