import type { TFunction } from 'i18next'
import type { Column } from '@/features/record/table'
import type { Labels } from '@/shared/i18n/labels'
import { RelativeTime } from '@/shared/ui/RelativeTime'
import { LevelTag, PriorityTag, StateTag } from '@/shared/ui/tags'
import { TimeLeft } from '@/shared/ui/TimeLeft'
import type { IncidentRow } from './api'

const due = (row: IncidentRow) =>
  row.phase === 'DONE' ? null : (
    <TimeLeft dueAt={row.nextDueAt} startedAt={row.openedAt} paused={row.phase === 'WAITING'} />
  )

export function incidentColumns(t: TFunction, labels: Labels): Column<IncidentRow>[] {
  const field = (name: string) => labels.field(name, 'INCIDENT')
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
      width: 116,
      render: (row) => <StateTag kind="INCIDENT" state={row.state} phase={row.phase} />,
    },
    { key: 'level', title: field('level'), width: 104, render: (row) => <LevelTag level={row.level} /> },
    {
      key: 'priority',
      title: field('priority'),
      width: 84,
      sort: 'priority',
      render: (row) => <PriorityTag priority={row.priority} />,
    },
    { key: 'nextDueAt', title: t('incident.timeLeft'), width: 150, sort: 'nextDueAt', render: due },
    { key: 'system', title: field('system'), width: 150, render: (row) => row.system?.name },
    { key: 'unit', title: field('unit'), width: 130, render: (row) => row.unit?.name },
    { key: 'group', title: field('group'), width: 140, render: (row) => row.assignmentGroup?.name },
    { key: 'assignee', title: field('assignee'), width: 96, render: (row) => row.assignee?.name },
    {
      key: 'kind',
      title: field('kind'),
      width: 96,
      render: (row) => labels.value('IncidentKind', row.kind),
    },
    {
      key: 'openedAt',
      title: field('openedAt'),
      width: 140,
      sort: 'openedAt',
      render: (row) => <RelativeTime at={row.openedAt} />,
    },
    { key: 'requester', title: field('requester'), width: 96, hidden: true, render: (row) => row.requester?.name },
    {
      key: 'updatedAt',
      title: field('updatedAt'),
      width: 140,
      sort: 'updatedAt',
      hidden: true,
      render: (row) => <RelativeTime at={row.updatedAt} />,
    },
    {
      key: 'resolvedAt',
      title: field('resolvedAt'),
      width: 140,
      hidden: true,
      render: (row) => <RelativeTime at={row.resolvedAt} />,
    },
  ]
}
