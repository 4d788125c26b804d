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
  const field = (name: string) => labels.field(name, 'WORK_ORDER')
  return [
    ...recordFilters('WORK_ORDER', t, labels, me),
    { name: 'type', label: field('type'), options: labels.options('WorkOrderType'), multiple: true },
    { name: 'openedFrom', label: field('openedAt'), range: ['openedFrom', 'openedTo'] },
  ]
}
