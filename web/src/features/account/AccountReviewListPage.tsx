import { PlusOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Form } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RecordTable } from '@/features/record/RecordTable'
import { RefPicker } from '@/features/record/RefPicker'
import { useAccountWords } from '@/shared/i18n/account'
import { useLabels } from '@/shared/i18n/labels'
import { recordPath } from '@/shared/paths'
import { useCan, useMe } from '@/shared/session'
import { EmptyState } from '@/shared/ui/EmptyState'
import { FormDrawer } from '@/shared/ui/FormDrawer'
import { PageHeader } from '@/shared/ui/PageHeader'
import { beginReview } from './api'
import { reviewCard, reviewColumns, reviewFilters } from './reviewColumns'

function NewReview({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const { t: word } = useAccountWords()
  const labels = useLabels()
  const me = useMe()
  const queries = useQueryClient()
  return (
    <FormDrawer<{ unit: string }>
      title={word('reviewNew')}
      initial={{ ...(me && { unit: me.unit.id }) }}
      save={({ unit }, key) => beginReview(unit, key)}
      onSaved={() => {
        onClose()
        void queries.invalidateQueries({ queryKey: ['list', '/api/account-reviews'] })
      }}
      onClose={onClose}
    >
      <Form.Item
        name="unit"
        label={labels.field('unit')}
        extra={word('reviewNewHint')}
        rules={[{ required: true, message: t('common.requiredChoice', { field: labels.field('unit') }) }]}
      >
        <RefPicker type="unit" />
      </Form.Item>
    </FormDrawer>
  )
}

/** The rounds in which heads of units say which accounts stay as they are. */
export default function AccountReviewListPage() {
  const { t } = useTranslation()
  const { t: word } = useAccountWords()
  const labels = useLabels()
  const mayOpen = useCan('account-review:open')
  const [making, setMaking] = useState(false)
  const columns = useMemo(() => reviewColumns(t, word('reviewProgress'), labels), [t, word, labels])
  const filters = useMemo(() => reviewFilters(word('reviewMine'), labels), [word, labels])
  const create = mayOpen && (
    <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setMaking(true)}>
      {word('reviewNew')}
    </Button>
  )
  return (
    <>
      <PageHeader title={t('people.reviews')} subtitle={word('reviewsHint')} actions={create} />
      <RecordTable
        path="/api/account-reviews"
        label={t('people.reviews')}
        columns={columns}
        filters={filters}
        defaultSort="-openedAt"
        rowHref={(row) => recordPath('ACCOUNT_REVIEW', row.id)}
        card={reviewCard(labels)}
        empty={<EmptyState kind="nothing" title={word('reviewsNone')} hint={word('reviewsNoneHint')} action={create} />}
      />
      {making && <NewReview onClose={() => setMaking(false)} />}
    </>
  )
}
