import type { Card, Column, FilterName, QuickFilter } from '@/features/record/table'
import type { Labels } from '@/shared/i18n/labels'
import { PersonName } from '@/shared/ui/people'
import { RelativeTime } from '@/shared/ui/RelativeTime'
import { StateTag } from '@/shared/ui/tags'
import { TimeLeft } from '@/shared/ui/TimeLeft'
import type { AccountRequestRow } from './api'

const Left = ({ row }: { row: AccountRequestRow }) =>
  row.phase === 'DONE' || !row.nextDueAt ? null : <TimeLeft dueAt={row.nextDueAt} startedAt={row.openedAt} />

export function requestColumns(left: string, labels: Labels): Column<AccountRequestRow>[] {
  return [
    { key: 'number', title: labels.field('number'), width: 124, sticky: true, render: (row) => row.number },
    { key: 'title', title: labels.field('name'), width: 140, sticky: true, render: (row) => row.title },
    {
      key: 'request',
      title: labels.field('request'),
      width: 100,
      render: (row) => labels.value('RequestKind', row.request),
    },
    {
      key: 'state',
      title: labels.field('state'),
      width: 130,
      render: (row) => <StateTag kind="ACCOUNT_REQUEST" state={row.state} phase={row.phase} />,
    },
    {
      key: 'target',
      title: labels.field('target'),
      width: 150,
      render: (row) => row.system?.name ?? labels.value('AccountTarget', row.target),
    },
    { key: 'unit', title: labels.field('unit'), width: 130, render: (row) => row.unit.name },
    {
      key: 'requester',
      title: labels.field('maker'),
      width: 140,
      render: (row) => <PersonName person={row.requester} />,
    },
    { key: 'nextDueAt', title: left, width: 140, render: (row) => <Left row={row} /> },
    {
      key: 'openedAt',
      title: labels.field('openedAt'),
      width: 140,
      sort: 'openedAt',
      render: (row) => <RelativeTime at={row.openedAt} />,
    },
    {
      key: 'updatedAt',
      title: labels.field('updatedAt'),
      width: 140,
      sort: 'updatedAt',
      hidden: true,
      render: (row) => <RelativeTime at={row.updatedAt} />,
    },
  ]
}

export function requestFilters(mine: string, labels: Labels): QuickFilter<FilterName<'/api/account-requests'>>[] {
  return [
    { name: 'mine', label: mine, value: 'true' },
    { name: 'phase', label: labels.field('phase'), options: labels.options('Phase'), multiple: true },
    { name: 'state', label: labels.field('state'), options: labels.options('AccountRequestState'), multiple: true },
    { name: 'request', label: labels.field('request'), options: labels.options('RequestKind'), multiple: true },
    { name: 'due', label: labels.field('due'), options: labels.options('Due') },
    { name: 'unit', label: labels.field('unit'), ref: 'unit' },
    { name: 'openedFrom', label: labels.field('openedAt'), range: ['openedFrom', 'openedTo'] },
  ]
}

export const requestCard =
  (labels: Labels) =>
  (row: AccountRequestRow): Card => ({
    title: `${labels.value('RequestKind', row.request)} · ${row.title}`,
    meta: (
      <>
        <span>{row.number}</span>
        <StateTag kind="ACCOUNT_REQUEST" state={row.state} phase={row.phase} />
        <span>{row.unit.name}</span>
        {row.nextDueAt && row.phase !== 'DONE' ? <Left row={row} /> : <RelativeTime at={row.openedAt} />}
      </>
    ),
  })
