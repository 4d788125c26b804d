import type { TFunction } from 'i18next'
import { commonColumns, When } from '@/features/record/recordColumns'
import type { Card, Column, FilterName, QuickFilter } from '@/features/record/table'
import type { Labels } from '@/shared/i18n/labels'
import { PersonName } from '@/shared/ui/people'
import { StateTag } from '@/shared/ui/tags'
import type { ApprovalRow } from './api'
import { approvalTitle } from './title'

function Title({ row, labels }: { row: ApprovalRow; labels: Labels }) {
  const title = approvalTitle(labels, row.operation, row.subjectName)
  return <span title={title}>{title}</span>
}

export function approvalColumns(t: TFunction, labels: Labels): Column<ApprovalRow>[] {
  const of = commonColumns<ApprovalRow>('APPROVAL', t, labels)
  return [
    of.number,
    { ...of.title, width: 320, render: (row) => <Title row={row} labels={labels} /> },
    { ...of.state, width: 190 },
    of.column('operation', 140, (row) => labels.command(row.operation)),
    of.column('maker', 150, (row) => <PersonName person={row.requester} />),
    of.unit,
    of.timeLeft,
    of.openedAt,
    of.updatedAt,
  ]
}

export function approvalFilters(t: TFunction, labels: Labels): QuickFilter<FilterName<'/api/approvals'>>[] {
  return [
    { name: 'asked', label: t('approvals.asked'), value: 'true' },
    { name: 'mine', label: t('approvals.mine'), value: 'true' },
    { name: 'phase', label: labels.field('phase'), options: labels.options('Phase'), multiple: true },
    { name: 'state', label: labels.field('state'), options: labels.options('ApprovalState'), multiple: true },
    { name: 'due', label: labels.field('due'), options: labels.options('Due') },
    { name: 'unit', label: labels.field('unit'), ref: 'unit' },
    { name: 'openedFrom', label: labels.field('openedAt'), range: ['openedFrom', 'openedTo'] },
  ]
}

export const approvalCard =
  (labels: Labels) =>
  (row: ApprovalRow): Card => ({
    title: approvalTitle(labels, row.operation, row.subjectName),
    meta: (
      <>
        <span>{row.number}</span>
        <StateTag kind="APPROVAL" state={row.state} phase={row.phase} />
        <PersonName person={row.requester} short />
        <When row={row} />
      </>
    ),
  })
