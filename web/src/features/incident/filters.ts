import type { TFunction } from 'i18next'
import { recordFilters } from '@/features/record/recordColumns'
import type { FilterName, QuickFilter } from '@/features/record/table'
import type { Enumeration, Labels } from '@/shared/i18n/labels'
import type { Me } from '@/shared/types'

type Filter = QuickFilter<FilterName<'/api/incidents'>>

export function incidentFilters(t: TFunction, labels: Labels, me: Me | null): Filter[] {
  const choose = (name: 'level' | 'priority' | 'kind', enumeration: Enumeration): Filter => ({
    name,
    label: labels.field(name),
    options: labels.options(enumeration),
    multiple: true,
  })
  return [
    ...recordFilters('INCIDENT', t, labels, me),
    choose('level', 'Level'),
    choose('priority', 'Priority'),
    choose('kind', 'IncidentKind'),
    { name: 'system', label: labels.field('system'), ref: 'system' },
    { name: 'openedFrom', label: labels.field('openedAt'), range: ['openedFrom', 'openedTo'] },
  ]
}
