import type { TFunction } from 'i18next'
import type { QuickFilter } from '@/features/record/table'
import type { Labels } from '@/shared/i18n/labels'
import type { Me } from '@/shared/types'

export const TYPES = [
  'FAULT_SUPPORT',
  'ON_SITE_SUPPORT',
  'INSPECTION',
  'PREVENTIVE_MAINTENANCE',
  'CHANGE_IMPLEMENTATION',
  'RELEASE',
  'BACKUP_RESTORE',
  'INSTALLATION',
  'CONFIGURATION',
  'DATA_CHANGE',
  'BUSINESS_GUIDANCE',
  'MEETING_SERVICE',
  'CORRECTIVE_ACTION',
]
export const PRIORITIES = ['P1', 'P2', 'P3', 'P4']
const STATES = ['RAISED', 'DISPATCHED', 'ACCEPTED', 'IN_PROGRESS', 'ON_HOLD', 'COMPLETED', 'CLOSED', 'CANCELLED']
const PHASES = ['OPEN', 'WAITING', 'DONE']
const DUE = ['OVERDUE', 'SOON']

export function workOrderFilters(t: TFunction, labels: Labels, me: Me | null): QuickFilter[] {
  const choose = (name: string, enumeration: string, values: string[], multiple = true): QuickFilter => ({
    name,
    label: labels.field(name, 'WORK_ORDER'),
    options: values.map((value) => ({ value, label: labels.value(enumeration, value) })),
    multiple,
  })
  const filters: QuickFilter[] = [
    choose('phase', 'Phase', PHASES),
    choose('state', 'WorkOrderState', STATES),
    choose('due', 'Due', DUE, false),
    { name: 'mine', label: t('common.list.mine'), value: 'true' },
  ]
  if (me?.groups.length)
    filters.push({
      name: 'group',
      label: t('incident.myGroups'),
      options: me.groups.map((group) => ({ value: group.id, label: group.name })),
      multiple: true,
    })
  if (me) filters.push({ name: 'unit', label: t('incident.myUnit'), value: me.unit.id })
  filters.push(choose('type', 'WorkOrderType', TYPES), {
    name: 'openedFrom',
    label: labels.field('openedAt'),
    range: ['openedFrom', 'openedTo'],
  })
  return filters
}
