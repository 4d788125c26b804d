import type { TFunction } from 'i18next'
import { recordFilters } from '@/features/record/recordColumns'
import type { FilterName, QuickFilter } from '@/features/record/table'
import type { Labels } from '@/shared/i18n/labels'
import type { Me } from '@/shared/types'

export function workOrderFilters(
  t: TFunction,
  labels: Labels,
  me: Me | null,
): QuickFilter<FilterName<'/api/work-orders'>>[] {
  return [
    ...recordFilters('WORK_ORDER', t, labels, me),
    { name: 'type', label: labels.field('type'), options: labels.options('WorkOrderType'), multiple: true },
    { name: 'twoPersons', label: labels.field('twoPersons'), value: 'true' },
    { name: 'openedFrom', label: labels.field('openedAt'), range: ['openedFrom', 'openedTo'] },
  ]
}
