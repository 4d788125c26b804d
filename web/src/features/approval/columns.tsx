import type { TFunction } from 'i18next'
import type { Card, Column, FilterName, QuickFilter } from '@/features/record/table'
import type { Labels } from '@/shared/i18n/labels'
import { PersonName } from '@/shared/ui/people'
import { RelativeTime } from '@/shared/ui/RelativeTime'
import { StateTag } from '@/shared/ui/tags'
import { TimeLeft } from '@/shared/ui/TimeLeft'
import type { ApprovalRow } from './api'
import { approvalTitle } from './title'

const Left = ({ row }: { row: ApprovalRow }) =>
  row.phase === 'DONE' || !row.nextDueAt ? null : <TimeLeft dueAt={row.nextDueAt} startedAt={row.openedAt} />

function Title({ row, labels }: { row: ApprovalRow; labels: Labels }) {
  const title = approvalTitle(labels, row.operation, row.subjectName)
  return <span title={title}>{title}</span>
}

export function approvalColumns(t: TFunction, labels: Labels): Column<ApprovalRow>[] {
  return [
    { key: 'number', title: labels.field('number'), width: 124, sticky: true, render: (row) => row.number },
    {
      key: 'title',
      title: labels.field('title'),
      width: 320,
      sticky: true,
      render: (row) => <Title row={row} labels={labels} />,
    },
    {
      key: 'state',
      title: labels.field('state'),
      width: 190,
      render: (row) => <StateTag kind="APPROVAL" state={row.state} phase={row.phase} />,
    },
    {
      key: 'operation',
      title: labels.field('operation'),
      width: 140,
      render: (row) => labels.command(row.operation),
    },
    {
      key: 'requester',
      title: labels.field('maker'),
      width: 150,
      render: (row) => <PersonName person={row.requester} />,
    },
    { key: 'unit', title: labels.field('unit'), width: 130, render: (row) => row.unit.name },
    { key: 'nextDueAt', title: t('common.list.timeLeft'), width: 150, render: (row) => <Left row={row} /> },
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
        {row.nextDueAt && row.phase !== 'DONE' ? <Left row={row} /> : <RelativeTime at={row.openedAt} />}
      </>
    ),
  })
