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
import { PriorityTag, StateTag } from '@/shared/ui/tags'
import { TimeLeft } from '@/shared/ui/TimeLeft'
import type { WorkOrderRow } from './api'
import { workOrderFilters } from './choices'
import { workOrderColumns } from './columns'

const asCard = (row: WorkOrderRow) => ({
  title: row.title,
  meta: (
    <>
      <span>{row.number}</span>
      <StateTag kind="WORK_ORDER" state={row.state} phase={row.phase} />
      <PriorityTag priority={row.priority} />
      {row.phase !== 'DONE' && (row.nextDueAt ?? row.dueAt) ? (
        <TimeLeft
          dueAt={row.nextDueAt ?? row.dueAt ?? row.dueAt}
          startedAt={row.openedAt}
          paused={row.phase === 'WAITING'}
        />
      ) : (
        <RelativeTime at={row.openedAt} />
      )}
    </>
  ),
})

export default function WorkOrderListPage() {
  const { t } = useTranslation()
  const labels = useLabels()
  const me = useMe()
  const mayRaise = useCan('work-order:open')
  const columns = useMemo(() => workOrderColumns(t, labels), [t, labels])
  const filters = useMemo(() => workOrderFilters(t, labels, me), [t, labels, me])
  const create = mayRaise && (
    <Link to="/work-orders/new">
      <Button type="primary" icon={<PlusOutlined aria-hidden />}>
        {t('workorder.new')}
      </Button>
    </Link>
  )
  return (
    <>
      <PageHeader title={t('workorder.title')} actions={create} />
      <RecordTable<WorkOrderRow>
        path="/api/work-orders"
        label={t('workorder.title')}
        columns={columns}
        filters={filters}
        defaultSort="-openedAt"
        rowHref={(row) => recordPath('WORK_ORDER', row.id)}
        card={asCard}
        empty={<EmptyState kind="nothing" title={t('workorder.none')} hint={t('workorder.noneHint')} action={create} />}
      />
    </>
  )
}
