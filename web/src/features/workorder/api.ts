import { api } from '@/shared/api'
import type { Ack, GroupRef, PersonRef, Phase, SystemRef, UnitRef } from '@/shared/types'

export interface WorkOrderRow {
  id: string
  number: string
  title: string
  type: string
  state: string
  phase: Phase
  priority: string | null
  unit: UnitRef | null
  system: SystemRef | null
  assignee: PersonRef | null
  assignmentGroup: GroupRef | null
  origin: { id: string; number: string } | null
  nextDueAt: string | null
  /** What was asked for when it was raised. */
  dueAt: string | null
  openedAt: string
  updatedAt: string
  version: number
}

export interface NewWorkOrder {
  type: string
  title: string
  instructions: string
  unit: string
  group: string
  assignee?: string | undefined
  priority?: string | undefined
  dueAt?: string | undefined
}

export const raiseWorkOrder = (body: NewWorkOrder, idempotencyKey: string) =>
  api.post<Ack>('/api/work-orders', body, { idempotencyKey })
