import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api } from '@/shared/api'
import type { Schemas } from '@/shared/contract'
import type { Layer, NoticeDays } from './layer'

export type Calendar = Schemas['CalendarControllerCalendarView']
export type Day = Schemas['DayView']
export type Changes = Schemas['CalendarPreviewChanges']
export type Details = Omit<Schemas['CalendarControllerCalendarDetails'], 'layer'> & { layer: Layer }

/** A version that is not published yet. */
export interface Draft {
  name: string
  layer: Layer
  source: string
  effectiveFrom: string | null
}

export const daysQuery = (id: string, from: string, to: string) =>
  queryOptions({
    queryKey: ['calendars', id, from, to],
    queryFn: ({ signal }) => api.get('/api/calendars/{id}/days', { path: { id }, query: { from, to }, signal }),
    placeholderData: keepPreviousData,
  })

export const detailsQuery = (id: string) =>
  queryOptions({
    queryKey: ['calendars', id],
    queryFn: async ({ signal }) => (await api.get('/api/calendars/{id}', { path: { id }, signal })) as Details,
  })

const body = (draft: Draft) => draft as Schemas['CalendarControllerDraft']

export const previewCalendar = (id: string, draft: Draft) =>
  api.post('/api/calendars/{id}/preview', { path: { id }, body: body(draft) })

export const publishCalendar = (id: string, seen: number, draft: Draft) =>
  api.put('/api/calendars/{id}', { path: { id }, version: seen, body: body(draft) })

export const createCalendar = (id: string, draft: Draft, idempotencyKey: string) =>
  api.post('/api/calendars', { body: { id, draft: body(draft) }, idempotencyKey })

export const readNotice = async (content: string): Promise<NoticeDays> =>
  (await api.post('/api/calendars/notice', { body: { content } })) as NoticeDays
