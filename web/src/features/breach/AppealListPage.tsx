import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { commonColumns } from '@/features/record/recordColumns'
import { RecordTable } from '@/features/record/RecordTable'
import type { Column, FilterName, QuickFilter } from '@/features/record/table'
import type { RowOf } from '@/shared/contract'
import { useLabels } from '@/shared/i18n/labels'
import { recordPath } from '@/shared/paths'
import { durationWords, formatInstant } from '@/shared/time'
import { EmptyState } from '@/shared/ui/EmptyState'
import { PageHeader } from '@/shared/ui/PageHeader'
import { PersonName } from '@/shared/ui/people'
import { RelativeTime } from '@/shared/ui/RelativeTime'
import { StateTag } from '@/shared/ui/tags'

type Row = RowOf<'/api/appeals'>

const State = ({ row }: { row: Row }) => <StateTag kind="APPEAL" state={row.state} phase={row.phase} />

/** Appeals against what was counted, those to be decided first among the newest. */
export default function AppealListPage() {
  const { t } = useTranslation()
  const labels = useLabels()
  const columns = useMemo((): Column<Row>[] => {
    const of = commonColumns<Row>('APPEAL', t, labels)
    return [
      of.number,
      of.title,
      of.state,
      of.column('clock', 112, (row) => labels.value('ClockName', row.clock)),
      of.column('from', 150, (row) => formatInstant(row.from)),
      of.column('to', 150, (row) => formatInstant(row.to)),
      of.column('countedMinutes', 120, (row) => durationWords(row.countedMinutes)),
      of.column('appellant', 140, (row) => <PersonName person={row.requester} />),
      of.column('decidedBy', 140, (row) => <PersonName person={row.decidedBy} />),
      of.unit,
      of.openedAt,
    ]
  }, [t, labels])
  const filters = useMemo(
    (): QuickFilter<FilterName<'/api/appeals'>>[] => [
      { name: 'state', label: labels.field('state'), options: labels.options('AppealState'), multiple: true },
      { name: 'mine', label: t('appeals.mine'), value: 'true' },
      { name: 'unit', label: labels.field('unit'), ref: 'unit' },
    ],
    [t, labels],
  )
  return (
    <>
      <PageHeader title={t('appeals.title')} subtitle={t('appeals.hint')} />
      <RecordTable
        path="/api/appeals"
        label={t('appeals.title')}
        columns={columns}
        filters={filters}
        searchParam={null}
        defaultSort="-openedAt"
        rowHref={(row) => recordPath('APPEAL', row.id)}
        card={(row) => ({
          title: row.title,
          meta: (
            <>
              <span>{row.number}</span>
              <State row={row} />
              <PersonName person={row.requester} short />
              <RelativeTime at={row.openedAt} />
            </>
          ),
        })}
        empty={<EmptyState kind="nothing" title={t('appeals.none')} hint={t('appeals.noneHint')} />}
      />
    </>
  )
}
