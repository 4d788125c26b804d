import { PlusOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { RecordTable } from '@/features/record/RecordTable'
import { useLabels } from '@/shared/i18n/labels'
import { recordPath } from '@/shared/paths'
import { useCan, useMe } from '@/shared/session'
import { EmptyState } from '@/shared/ui/EmptyState'
import { PageHeader } from '@/shared/ui/PageHeader'
import { RelativeTime } from '@/shared/ui/RelativeTime'
import { LevelTag, PriorityTag, StateTag } from '@/shared/ui/tags'
import { TimeLeft } from '@/shared/ui/TimeLeft'
import type { IncidentRow } from './api'
import { incidentColumns } from './columns'
import { incidentFilters } from './filters'

const asCard = (row: IncidentRow) => ({
  title: row.title,
  meta: (
    <>
      <span>{row.number}</span>
      <StateTag kind="INCIDENT" state={row.state} phase={row.phase} />
      <LevelTag level={row.level} />
      <PriorityTag priority={row.priority} />
      {row.phase !== 'DONE' && row.nextDueAt ? (
        <TimeLeft dueAt={row.nextDueAt} startedAt={row.openedAt} paused={row.phase === 'WAITING'} />
      ) : (
        <RelativeTime at={row.openedAt} />
      )}
    </>
  ),
})

export default function IncidentListPage() {
  const { t } = useTranslation()
  const labels = useLabels()
  const me = useMe()
  const mayOpen = useCan('intake:desk')
  const columns = useMemo(() => incidentColumns(t, labels), [t, labels])
  const filters = useMemo(() => incidentFilters(t, labels, me), [t, labels, me])
  const create = mayOpen && (
    <Link to="/intake">
      <Button type="primary" icon={<PlusOutlined aria-hidden />}>
        {t('intake.title')}
      </Button>
    </Link>
  )
  return (
    <>
      <PageHeader title={t('incident.title')} actions={create} />
      <RecordTable<IncidentRow>
        path="/api/incidents"
        label={t('incident.title')}
        columns={columns}
        filters={filters}
        defaultSort="-openedAt"
        rowHref={(row) => recordPath('INCIDENT', row.id)}
        card={asCard}
        empty={<EmptyState kind="nothing" title={t('incident.none')} hint={t('incident.noneHint')} action={create} />}
      />
    </>
  )
}
