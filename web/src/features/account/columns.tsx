import type { TFunction } from 'i18next'
import { commonColumns, When } from '@/features/record/recordColumns'
import type { Card, Column, FilterName, QuickFilter } from '@/features/record/table'
import type { Labels } from '@/shared/i18n/labels'
import { PersonName } from '@/shared/ui/people'
import { StateTag } from '@/shared/ui/tags'
import type { AccountRequestRow } from './api'

export function requestColumns(t: TFunction, labels: Labels): Column<AccountRequestRow>[] {
  const of = commonColumns<AccountRequestRow>('ACCOUNT_REQUEST', t, labels)
  return [
    of.number,
    { ...of.title, title: labels.field('name'), width: 140 },
    of.column('request', 100, (row) => labels.value('RequestKind', row.request)),
    of.state,
    of.column('target', 150, (row) => row.system?.name ?? labels.value('AccountTarget', row.target)),
    of.unit,
    of.column('maker', 140, (row) => <PersonName person={row.requester} />),
    of.timeLeft,
    of.openedAt,
    of.updatedAt,
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
        <When row={row} />
      </>
    ),
  })
