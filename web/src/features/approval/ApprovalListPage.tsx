import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { RecordTable } from '@/features/record/RecordTable'
import { useLabels } from '@/shared/i18n/labels'
import { recordPath } from '@/shared/paths'
import { EmptyState } from '@/shared/ui/EmptyState'
import { PageHeader } from '@/shared/ui/PageHeader'
import type { ApprovalRow } from './api'
import { approvalCard, approvalColumns, approvalFilters } from './columns'
import { Decisions } from './Decisions'

const asked = (row: ApprovalRow) => row.asked

/** What waits for my word, what I have proposed, and what I may read. */
export default function ApprovalListPage() {
  const { t } = useTranslation()
  const labels = useLabels()
  const columns = useMemo(() => approvalColumns(t, labels), [t, labels])
  const card = useMemo(() => approvalCard(labels), [labels])
  const filters = useMemo(() => approvalFilters(t, labels), [t, labels])
  return (
    <>
      <PageHeader title={t('approvals.title')} subtitle={t('approvals.hint')} />
      <RecordTable
        path="/api/approvals"
        label={t('approvals.title')}
        columns={columns}
        filters={filters}
        defaultSort="-openedAt"
        rowHref={(row) => recordPath('APPROVAL', row.id)}
        card={card}
        bulk={(rows, done) => <Decisions rows={rows.filter(asked)} onDone={done} />}
        empty={<EmptyState kind="nothing" title={t('approvals.none')} hint={t('approvals.noneHint')} />}
      />
    </>
  )
}
