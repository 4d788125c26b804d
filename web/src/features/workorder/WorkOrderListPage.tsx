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
import { workOrderColumns } from './columns'
import { workOrderFilters } from './filters'

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
      <RecordTable
        path="/api/work-orders"
        label={t('workorder.title')}
        columns={columns}
        filters={filters}
        defaultSort="-openedAt"
        rowHref={(row) => recordPath('WORK_ORDER', row.id)}
        card={recordCard('WORK_ORDER')}
        empty={<EmptyState kind="nothing" title={t('workorder.none')} hint={t('workorder.noneHint')} action={create} />}
      />
    </>
  )
}
