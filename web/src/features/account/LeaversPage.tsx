import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { RecordTable } from '@/features/record/RecordTable'
import type { Column, FilterName, QuickFilter } from '@/features/record/table'
import { useAccountWords } from '@/shared/i18n/account'
import { type Labels, useLabels } from '@/shared/i18n/labels'
import { recordPath } from '@/shared/paths'
import { formatInstant } from '@/shared/time'
import { EmptyState } from '@/shared/ui/EmptyState'
import { PageHeader } from '@/shared/ui/PageHeader'
import type { Leaver } from './api'

const COUNTS = ['openRecords', 'grants', 'memberships', 'sessions', 'tokens'] as const

const Report = ({ row }: { row: Leaver }) =>
  row.report && row.reportId ? <Link to={recordPath('ACCOUNT_REQUEST', row.reportId)}>{row.report}</Link> : null

const columnsOf = (labels: Labels): Column<Leaver>[] => [
  { key: 'name', title: labels.field('name'), width: 130, sticky: true, render: (row) => row.name },
  { key: 'unit', title: labels.field('unit'), width: 150, render: (row) => row.unit.name },
  {
    key: 'leaving',
    title: labels.field('leaving'),
    width: 130,
    render: (row) => labels.value('Leaving', row.leaving),
  },
  { key: 'report', title: labels.field('report'), width: 130, render: (row) => <Report row={row} /> },
  {
    key: 'endsAt',
    title: labels.field('endsAt'),
    width: 160,
    render: (row) => (row.endsAt ? formatInstant(row.endsAt) : '—'),
  },
  ...COUNTS.map(
    (name): Column<Leaver> => ({
      key: name,
      title: labels.field(name),
      width: 100,
      render: (row) => row[name] || '—',
    }),
  ),
]

/** Accounts of persons who left, as long as something is still open. */
export default function LeaversPage() {
  const { t } = useTranslation()
  const { t: word } = useAccountWords()
  const labels = useLabels()
  const columns = useMemo(() => columnsOf(labels), [labels])
  const filters = useMemo(
    (): QuickFilter<FilterName<'/api/leavers'>>[] => [
      { name: 'leaving', label: labels.field('leaving'), options: labels.options('Leaving') },
    ],
    [labels],
  )
  const left = (row: Leaver) =>
    COUNTS.filter((name) => row[name] > 0)
      .map((name) => `${labels.field(name)} ${row[name]}`)
      .join(' · ')
  return (
    <>
      <PageHeader title={t('people.leavers')} subtitle={word('leaversHint')} />
      <RecordTable
        path="/api/leavers"
        label={t('people.leavers')}
        columns={columns}
        filters={filters}
        searchParam={null}
        selectable={false}
        rowName={(row) => row.name}
        card={(row) => ({
          title: row.name,
          meta: (
            <>
              <span>{row.unit.name}</span>
              <span>{labels.value('Leaving', row.leaving)}</span>
              <Report row={row} />
              <span>{left(row)}</span>
            </>
          ),
        })}
        empty={<EmptyState kind="nothing" title={word('leaversNone')} />}
      />
    </>
  )
}
