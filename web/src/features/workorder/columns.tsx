import { Tag } from 'antd'
import type { TFunction } from 'i18next'
import { recordColumns } from '@/features/record/recordColumns'
import type { Column } from '@/features/record/table'
import type { Labels } from '@/shared/i18n/labels'
import type { WorkOrderRow } from './api'

export function workOrderColumns(t: TFunction, labels: Labels): Column<WorkOrderRow>[] {
  const of = recordColumns<WorkOrderRow>('WORK_ORDER', t, labels)
  return [
    of.number,
    of.title,
    of.state,
    of.priority,
    of.timeLeft,
    { key: 'type', title: labels.field('type'), width: 120, render: (row) => labels.value('WorkOrderType', row.type) },
    { key: 'origin', title: labels.field('origin'), width: 124, render: (row) => row.origin?.number },
    of.unit,
    of.group,
    of.assignee,
    of.openedAt,
    {
      key: 'twoPersons',
      title: labels.field('twoPersons'),
      width: 100,
      render: (row) => row.twoPersons && <Tag>{labels.field('twoPersons')}</Tag>,
    },
    { ...of.level, hidden: true },
    { ...of.system, hidden: true },
    of.updatedAt,
  ]
}
