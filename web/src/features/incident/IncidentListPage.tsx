import { PlusOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { recordCard } from '@/features/record/recordColumns'
import { RecordTable } from '@/features/record/RecordTable'
import { useLabels } from '@/shared/i18n/labels'
import { recordPath } from '@/shared/paths'
import { useCan, useMe } from '@/shared/session'
import { EmptyState } from '@/shared/ui/EmptyState'
import { PageHeader } from '@/shared/ui/PageHeader'
import { incidentColumns } from './columns'
import { incidentFilters } from './filters'

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
      <RecordTable
        path="/api/incidents"
        label={t('incident.title')}
        columns={columns}
        filters={filters}
        defaultSort="-openedAt"
        rowHref={(row) => recordPath('INCIDENT', row.id)}
        card={recordCard('INCIDENT')}
        empty={<EmptyState kind="nothing" title={t('incident.none')} hint={t('incident.noneHint')} action={create} />}
      />
    </>
  )
}
