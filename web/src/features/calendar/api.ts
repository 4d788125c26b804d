import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api } from '@/shared/api'
import type { Schemas } from '@/shared/contract'

export type Calendar = Schemas['CalendarControllerCalendarView']
export type Day = Schemas['CalendarControllerDayView']

export const daysQuery = (id: string, from: string, to: string) =>
  queryOptions({
    queryKey: ['calendars', id, from, to],
    queryFn: ({ signal }) => api.get('/api/calendars/{id}/days', { path: { id }, query: { from, to }, signal }),
    placeholderData: keepPreviousData,
  })
