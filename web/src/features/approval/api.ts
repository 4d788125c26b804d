import { queryOptions } from '@tanstack/react-query'
import { api } from '@/shared/api'
import type { RowOf, Schemas } from '@/shared/contract'

export type ApprovalRow = RowOf<'/api/approvals'>
export type Course = Schemas['CourseView']
export type StageView = Schemas['CourseViewStageView']
export type SeatView = Schemas['CourseViewSeatView']
export type Outcome = Schemas['ApprovalControllerOutcome']

export const courseQuery = (id: string, version: number) =>
  queryOptions({
    queryKey: ['record', id, 'course', version],
    queryFn: ({ signal }) => api.get('/api/approvals/{id}/course', { path: { id }, signal }),
  })

export type Word = Schemas['ApprovalControllerWord']

export const confirmOnTheSpot = (id: string, { username, password, code, opinion }: Word) =>
  api.post('/api/approvals/{id}/on-the-spot', {
    path: { id },
    body: { username, password, code: code || null, opinion: opinion || null },
  })

export const decide = (rows: ApprovalRow[], approve: boolean, opinion: string | null, idempotencyKey: string) =>
  api.post('/api/approvals/decisions', {
    body: { approvals: rows.map(({ id, version }) => ({ id, version })), approve, opinion },
    idempotencyKey,
  })
