import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
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
    const field = (key: string, width: number, render: Column<Row>['render'], more: Partial<Column<Row>> = {}) => ({
      key,
      title: labels.field(key),
      width,
      render,
      ...more,
    })
    return [
      field('number', 124, (row) => row.number, { sticky: true }),
      field('title', 280, (row) => <span title={row.title}>{row.title}</span>, { sticky: true }),
      field('state', 120, (row) => <State row={row} />),
      field('clock', 84, (row) => labels.value('ClockName', row.clock)),
      field('from', 150, (row) => formatInstant(row.from)),
      field('to', 150, (row) => formatInstant(row.to)),
      field('countedMinutes', 120, (row) => durationWords(row.countedMinutes)),
      field('appellant', 140, (row) => <PersonName person={row.requester} />),
      field('decidedBy', 140, (row) => <PersonName person={row.decidedBy} />),
      field('unit', 130, (row) => row.unit.name),
      field('openedAt', 140, (row) => <RelativeTime at={row.openedAt} />, { sort: 'openedAt' }),
    ]
  }, [labels])
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
