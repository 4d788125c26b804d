import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { commonColumns } from '@/features/record/recordColumns'
import { RecordTable } from '@/features/record/RecordTable'
import type { Column, FilterName, QuickFilter } from '@/features/record/table'
import type { RowOf } from '@/shared/contract'
import { useLabels } from '@/shared/i18n/labels'
import { recordPath } from '@/shared/paths'
import { useRoleName } from '@/shared/roles'
import { EmptyState } from '@/shared/ui/EmptyState'
import { PageHeader } from '@/shared/ui/PageHeader'
import { PersonName } from '@/shared/ui/people'
import { RelativeTime } from '@/shared/ui/RelativeTime'
import { LevelTag, StateTag } from '@/shared/ui/tags'

type Row = RowOf<'/api/level-reports'>

const State = ({ row }: { row: Row }) => <StateTag kind="LEVEL_REPORT" state={row.state} phase={row.phase} />

/** To whom grave faults were reported, and who has said that he knows. */
export default function LevelReportListPage() {
  const { t } = useTranslation()
  const labels = useLabels()
  const role = useRoleName()
  const columns = useMemo((): Column<Row>[] => {
    const of = commonColumns<Row>('LEVEL_REPORT', t, labels)
    return [
      of.number,
      of.title,
      of.column('level', 104, (row) => <LevelTag level={row.level} />),
      { ...of.state, width: 160 },
      of.column('role', 160, (row) => role(row.role)),
      of.column('over', 150, (row) => row.over.name),
      of.column('told', 120, (row) => row.told || t('levelReports.nobody')),
      of.openedAt,
      of.column('dueAt', 130, (row) => <RelativeTime at={row.dueAt} />),
      of.column('acknowledgedBy', 140, (row) => <PersonName person={row.acknowledgedBy} />),
      of.column('acknowledgedAt', 130, (row) => row.acknowledgedAt && <RelativeTime at={row.acknowledgedAt} />),
      of.unit,
    ]
  }, [labels, role, t])
  const filters = useMemo(
    (): QuickFilter<FilterName<'/api/level-reports'>>[] => [
      { name: 'mine', label: t('levelReports.mine'), value: 'true' },
      { name: 'state', label: labels.field('state'), options: labels.options('LevelReportState'), multiple: true },
      { name: 'level', label: labels.field('level'), options: labels.options('LevelShort'), multiple: true },
      { name: 'unit', label: labels.field('unit'), ref: 'unit' },
    ],
    [t, labels],
  )
  return (
    <>
      <PageHeader title={t('levelReports.title')} subtitle={t('levelReports.hint')} />
      <RecordTable
        path="/api/level-reports"
        label={t('levelReports.title')}
        columns={columns}
        filters={filters}
        searchParam={null}
        defaultSort="-openedAt"
        rowHref={(row) => recordPath('LEVEL_REPORT', row.id)}
        card={(row) => ({
          title: row.title,
          meta: (
            <>
              <LevelTag level={row.level} />
              <State row={row} />
              <span>{t('levelReports.people', { role: role(row.role), over: row.over.name })}</span>
              <RelativeTime at={row.openedAt} />
            </>
          ),
        })}
        empty={<EmptyState kind="nothing" title={t('levelReports.none')} hint={t('levelReports.noneHint')} />}
      />
    </>
  )
}
