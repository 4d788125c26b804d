import type { TFunction } from 'i18next'
import type { Column } from '@/features/record/table'
import type { Labels } from '@/shared/i18n/labels'
import { RelativeTime } from '@/shared/ui/RelativeTime'
import { PriorityTag, StateTag } from '@/shared/ui/tags'
import { TimeLeft } from '@/shared/ui/TimeLeft'
import type { WorkOrderRow } from './api'

export function workOrderColumns(t: TFunction, labels: Labels): Column<WorkOrderRow>[] {
  const field = (name: string) => labels.field(name, 'WORK_ORDER')
  return [
    { key: 'number', title: field('number'), width: 124, sticky: true, render: (row) => row.number },
    {
      key: 'title',
      title: field('title'),
      width: 300,
      sticky: true,
      render: (row) => <span title={row.title}>{row.title}</span>,
    },
    {
      key: 'state',
      title: field('state'),
      width: 110,
      render: (row) => <StateTag kind="WORK_ORDER" state={row.state} phase={row.phase} />,
    },
    {
      key: 'priority',
      title: field('priority'),
      width: 84,
      sort: 'priority',
      render: (row) => <PriorityTag priority={row.priority} />,
    },
    {
      key: 'nextDueAt',
      title: t('incident.timeLeft'),
      width: 150,
      sort: 'nextDueAt',
      render: (row) =>
        row.phase === 'DONE' ? null : (
          <TimeLeft
            dueAt={row.nextDueAt ?? row.dueAt ?? row.dueAt}
            startedAt={row.openedAt}
            paused={row.phase === 'WAITING'}
          />
        ),
    },
    { key: 'type', title: field('type'), width: 120, render: (row) => labels.value('WorkOrderType', row.type) },
    { key: 'origin', title: field('origin'), width: 124, render: (row) => row.origin?.number },
    { key: 'unit', title: field('unit'), width: 130, render: (row) => row.unit?.name },
    { key: 'group', title: field('group'), width: 140, render: (row) => row.assignmentGroup?.name },
    { key: 'assignee', title: field('assignee'), width: 96, render: (row) => row.assignee?.name },
    {
      key: 'openedAt',
      title: field('openedAt'),
      width: 140,
      sort: 'openedAt',
      render: (row) => <RelativeTime at={row.openedAt} />,
    },
    { key: 'system', title: field('system'), width: 150, hidden: true, render: (row) => row.system?.name },
    {
      key: 'updatedAt',
      title: field('updatedAt'),
      width: 140,
      sort: 'updatedAt',
      hidden: true,
      render: (row) => <RelativeTime at={row.updatedAt} />,
    },
  ]
}
