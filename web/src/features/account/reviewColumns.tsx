import type { Card, Column, FilterName, QuickFilter } from '@/features/record/table'
import type { Labels } from '@/shared/i18n/labels'
import { PersonName } from '@/shared/ui/people'
import { RelativeTime } from '@/shared/ui/RelativeTime'
import { StateTag } from '@/shared/ui/tags'
import { TimeLeft } from '@/shared/ui/TimeLeft'
import type { AccountReviewRow } from './api'

const State = ({ row }: { row: AccountReviewRow }) => (
  <StateTag kind="ACCOUNT_REVIEW" state={row.state} phase={row.phase} />
)
const Left = ({ row }: { row: AccountReviewRow }) =>
  row.phase === 'OPEN' && row.nextDueAt ? <TimeLeft dueAt={row.nextDueAt} startedAt={row.openedAt} /> : null

const progress = (row: AccountReviewRow) => `${row.accounts - row.undecided} / ${row.accounts}`

export function reviewColumns(left: string, decided: string, labels: Labels): Column<AccountReviewRow>[] {
  return [
    { key: 'number', title: labels.field('number'), width: 124, sticky: true, render: (row) => row.number },
    { key: 'title', title: labels.field('title'), width: 300, render: (row) => row.title },
    { key: 'state', title: labels.field('state'), width: 130, render: (row) => <State row={row} /> },
    {
      key: 'cause',
      title: labels.field('cause'),
      width: 160,
      render: (row) => labels.value('ReviewCause', row.cause),
    },
    { key: 'unit', title: labels.field('unit'), width: 140, render: (row) => row.unit.name },
    { key: 'progress', title: decided, width: 100, align: 'right', render: progress },
    {
      key: 'followUps',
      title: labels.field('followUps'),
      width: 100,
      align: 'right',
      render: (row) => row.followUps || '—',
    },
    { key: 'nextDueAt', title: left, width: 140, render: (row) => <Left row={row} /> },
    {
      key: 'confirmedBy',
      title: labels.field('confirmedBy'),
      width: 140,
      render: (row) => <PersonName person={row.confirmedBy} />,
    },
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

export function reviewFilters(mine: string, labels: Labels): QuickFilter<FilterName<'/api/account-reviews'>>[] {
  return [
    { name: 'asked', label: mine, value: 'true' },
    { name: 'state', label: labels.field('state'), options: labels.options('AccountReviewState'), multiple: true },
    { name: 'cause', label: labels.field('cause'), options: labels.options('ReviewCause'), multiple: true },
    { name: 'due', label: labels.field('due'), options: labels.options('Due') },
    { name: 'unit', label: labels.field('unit'), ref: 'unit' },
    { name: 'openedFrom', label: labels.field('openedAt'), range: ['openedFrom', 'openedTo'] },
  ]
}

export const reviewCard =
  (labels: Labels) =>
  (row: AccountReviewRow): Card => ({
    title: row.title,
    meta: (
      <>
        <span>{row.number}</span>
        <State row={row} />
        <span>{labels.value('ReviewCause', row.cause)}</span>
        <span>{progress(row)}</span>
        <Left row={row} />
      </>
    ),
  })
