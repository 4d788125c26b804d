import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api } from '@/shared/api'

export interface Calendar {
  id: string
  name: string
  version: number
  zone: string
  source: string
}
export interface Day {
  date: string
  kind: 'WORK' | 'OFF' | 'HOLIDAY' | 'MAKE_UP'
  name: string | null
  windows: { from: string; to: string }[]
}

export const calendarsQuery = queryOptions({
  queryKey: ['calendars', 'all'],
  queryFn: ({ signal }) => api.get<Calendar[]>('/api/calendars', undefined, { signal }),
})

export const daysQuery = (calendar: string, from: string, to: string) =>
  queryOptions({
    queryKey: ['calendars', calendar, from, to],
    queryFn: ({ signal }) => api.get<Day[]>(`/api/calendars/${calendar}/days`, { from, to }, { signal }),
    placeholderData: keepPreviousData,
  })
