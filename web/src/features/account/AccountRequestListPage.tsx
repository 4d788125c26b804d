import { PlusOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { RecordTable } from '@/features/record/RecordTable'
import { useAccountWords } from '@/shared/i18n/account'
import { useLabels } from '@/shared/i18n/labels'
import { recordPath } from '@/shared/paths'
import { EmptyState } from '@/shared/ui/EmptyState'
import { PageHeader } from '@/shared/ui/PageHeader'
import { requestCard, requestColumns, requestFilters } from './columns'

/** Applications for accounts that were consented to: the queue of those who carry them out, and what became of mine. */
export default function AccountRequestListPage() {
  const { t } = useTranslation()
  const { t: word } = useAccountWords()
  const labels = useLabels()
  const columns = useMemo(() => requestColumns(t, labels), [t, labels])
  const filters = useMemo(() => requestFilters(word('requestMine'), labels), [word, labels])
  return (
    <>
      <PageHeader
        title={t('people.requests')}
        subtitle={word('requestsHint')}
        actions={
          <Link to="/account-requests/new">
            <Button type="primary" icon={<PlusOutlined aria-hidden />} tabIndex={-1}>
              {word('requestNew')}
            </Button>
          </Link>
        }
      />
      <RecordTable
        path="/api/account-requests"
        label={t('people.requests')}
        columns={columns}
        filters={filters}
        defaultSort="-openedAt"
        rowHref={(row) => recordPath('ACCOUNT_REQUEST', row.id)}
        card={requestCard(labels)}
        empty={<EmptyState kind="nothing" title={word('requestsNone')} hint={word('requestsNoneHint')} />}
      />
    </>
  )
}
