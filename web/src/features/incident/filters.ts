import type { TFunction } from 'i18next'
import type { QuickFilter } from '@/features/record/table'
import type { Labels } from '@/shared/i18n/labels'
import type { Me } from '@/shared/types'

const STATES = [
  'RECORDED',
  'CLASSIFIED',
  'INVESTIGATING',
  'WAITING',
  'RESOLVED',
  'VERIFYING',
  'VERIFIED',
  'CLOSED',
  'CANCELLED',
  'MERGED',
]
const LEVELS = ['LEVEL_I', 'LEVEL_II', 'LEVEL_III', 'LEVEL_IV']
const PRIORITIES = ['P1', 'P2', 'P3', 'P4']
const KINDS = ['FAULT', 'SERVICE_REQUEST', 'ALERT', 'CONSULTATION', 'SECURITY']
const PHASES = ['OPEN', 'WAITING', 'DONE']
const DUE = ['OVERDUE', 'SOON']

export function incidentFilters(t: TFunction, labels: Labels, me: Me | null): QuickFilter[] {
  const choose = (name: string, enumeration: string, values: string[], multiple = true): QuickFilter => ({
    name,
    label: labels.field(name, 'INCIDENT'),
    options: values.map((value) => ({ value, label: labels.value(enumeration, value) })),
    multiple,
  })
  const filters: QuickFilter[] = [
    choose('phase', 'Phase', PHASES),
    choose('state', 'IncidentState', STATES),
    choose('level', 'Level', LEVELS),
    choose('priority', 'Priority', PRIORITIES),
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
  filters.push(
    choose('kind', 'IncidentKind', KINDS),
    { name: 'system', label: labels.field('system'), ref: 'system' },
    { name: 'openedFrom', label: labels.field('openedAt', 'INCIDENT'), range: ['openedFrom', 'openedTo'] },
  )
  return filters
}
