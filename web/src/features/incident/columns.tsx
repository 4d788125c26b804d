import type { TFunction } from 'i18next'
import { recordColumns } from '@/features/record/recordColumns'
import type { Column } from '@/features/record/table'
import type { RowOf } from '@/shared/contract'
import type { Labels } from '@/shared/i18n/labels'
import { RelativeTime } from '@/shared/ui/RelativeTime'

type IncidentRow = RowOf<'/api/incidents'>

export function incidentColumns(t: TFunction, labels: Labels): Column<IncidentRow>[] {
  const of = recordColumns<IncidentRow>('INCIDENT', t, labels)
  return [
    of.number,
    of.title,
    of.state,
    of.level,
    { ...of.priority, sort: 'priority' },
    of.timeLeft,
    of.system,
    of.unit,
    of.group,
    of.assignee,
    { key: 'kind', title: labels.field('kind'), width: 96, render: (row) => labels.value('IncidentKind', row.kind) },
    of.openedAt,
    {
      key: 'requester',
      title: labels.field('requester'),
      width: 96,
      hidden: true,
      render: (row) => row.requester?.name,
    },
    of.updatedAt,
    {
      key: 'resolvedAt',
      title: labels.field('resolvedAt'),
      width: 140,
      hidden: true,
      render: (row) => <RelativeTime at={row.resolvedAt} />,
    },
  ]
}
