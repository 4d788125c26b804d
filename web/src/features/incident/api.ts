import type { GroupRef, PersonRef, Phase, SystemRef, UnitRef } from '@/shared/types'

export interface IncidentRow {
  id: string
  number: string
  title: string
  kind: string
  state: string
  phase: Phase
  level: string | null
  priority: string | null
  unit: UnitRef | null
  system: SystemRef | null
  requester: PersonRef | null
  assignee: PersonRef | null
  assignmentGroup: GroupRef | null
  nextDueAt: string | null
  openedAt: string
  updatedAt: string
  resolvedAt: string | null
  version: number
}
