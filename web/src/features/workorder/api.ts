import { api } from '@/shared/api'
import type { RowOf, Schemas } from '@/shared/contract'

export type WorkOrderRow = RowOf<'/api/work-orders'>
export type NewWorkOrder = Schemas['RaiseWorkOrder']

export const raiseWorkOrder = (body: NewWorkOrder, idempotencyKey: string) =>
  api.post('/api/work-orders', { body, idempotencyKey })
