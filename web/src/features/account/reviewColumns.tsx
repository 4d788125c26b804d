import type { TFunction } from 'i18next'
import { commonColumns, When } from '@/features/record/recordColumns'
import type { Card, Column, FilterName, QuickFilter } from '@/features/record/table'
import type { Labels } from '@/shared/i18n/labels'
import { PersonName } from '@/shared/ui/people'
import { StateTag } from '@/shared/ui/tags'
import type { AccountReviewRow } from './api'

const State = ({ row }: { row: AccountReviewRow }) => (
  <StateTag kind="ACCOUNT_REVIEW" state={row.state} phase={row.phase} />
)
const progress = (row: AccountReviewRow) => `${row.accounts - row.undecided} / ${row.accounts}`

export function reviewColumns(t: TFunction, decided: string, labels: Labels): Column<AccountReviewRow>[] {
  const of = commonColumns<AccountReviewRow>('ACCOUNT_REVIEW', t, labels)
  return [
    of.number,
    { ...of.title, sticky: false },
    of.state,
    of.column('cause', 160, (row) => labels.value('ReviewCause', row.cause)),
    of.unit,
    { key: 'progress', title: decided, width: 100, align: 'right', render: progress },
    of.column('followUps', 100, (row) => row.followUps || '—', { align: 'right' }),
    of.timeLeft,
    of.column('confirmedBy', 140, (row) => <PersonName person={row.confirmedBy} />),
    of.openedAt,
    of.updatedAt,
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
        <When row={row} />
      </>
    ),
  })
