import { PlusOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Button, DatePicker, Form } from 'antd'
import type { Dayjs } from 'dayjs'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { commonColumns } from '@/features/record/recordColumns'
import { RecordTable } from '@/features/record/RecordTable'
import type { Column, FilterName, QuickFilter } from '@/features/record/table'
import { useLabels } from '@/shared/i18n/labels'
import { recordPath } from '@/shared/paths'
import { useCan, useMe } from '@/shared/session'
import { EmptyState } from '@/shared/ui/EmptyState'
import { FormDrawer } from '@/shared/ui/FormDrawer'
import { PageHeader } from '@/shared/ui/PageHeader'
import { StateTag } from '@/shared/ui/tags'
import { openReview, type ReviewRow } from './api'

const Period = ({ row }: { row: ReviewRow }) => `${row.periodFrom} – ${row.periodTo}`

/** The periodic reviews of the logs, and their opinions. */
export default function LogReviewListPage() {
  const { t } = useTranslation()
  const labels = useLabels()
  const mayOpen = useCan('log-review:open')
  const [making, setMaking] = useState(false)
  const columns = useMemo((): Column<ReviewRow>[] => {
    const of = commonColumns<ReviewRow>('LOG_REVIEW', t, labels)
    return [
      of.number,
      { ...of.title, sticky: false },
      of.state,
      of.unit,
      of.column('author', 110, (row) => row.assignee?.name),
      of.openedAt,
    ]
  }, [t, labels])
  const filters = useMemo(
    (): QuickFilter<FilterName<'/api/log-reviews'>>[] => [
      { name: 'state', label: labels.field('state'), options: labels.options('LogReviewState'), multiple: true },
    ],
    [labels],
  )
  const create = mayOpen && (
    <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setMaking(true)}>
      {t('ledger.reviewNew')}
    </Button>
  )
  return (
    <>
      <PageHeader title={t('ledger.reviews')} subtitle={t('ledger.reviewsHint')} actions={create} />
      <RecordTable
        path="/api/log-reviews"
        label={t('ledger.reviews')}
        columns={columns}
        filters={filters}
        searchParam={null}
        selectable={false}
        defaultSort="-openedAt"
        rowHref={(row) => recordPath('LOG_REVIEW', row.id)}
        card={(row) => ({
          title: row.title,
          meta: (
            <>
              <StateTag kind="LOG_REVIEW" state={row.state} phase={row.phase} />
              <span>{row.number}</span>
              <Period row={row} />
            </>
          ),
        })}
        empty={<EmptyState kind="nothing" title={t('ledger.reviewsNone')} action={create} />}
      />
      {making && <NewReview onClose={() => setMaking(false)} />}
    </>
  )
}

function NewReview({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const me = useMe()
  const queries = useQueryClient()
  const needed = (field: string) => [{ required: true, message: t('common.required', { field }) }]
  return (
    <FormDrawer<{ periodFrom: Dayjs; periodTo: Dayjs }>
      title={t('ledger.reviewNew')}
      initial={{}}
      save={({ periodFrom, periodTo }, key) =>
        openReview(
          {
            unit: me?.unit.id ?? '',
            periodFrom: periodFrom.format('YYYY-MM-DD'),
            periodTo: periodTo.format('YYYY-MM-DD'),
          },
          key,
        )
      }
      onSaved={() => {
        onClose()
        void queries.invalidateQueries({ queryKey: ['list', '/api/log-reviews'] })
      }}
      onClose={onClose}
    >
      <Form.Item name="periodFrom" label={t('ledger.periodFrom')} rules={needed(t('ledger.periodFrom'))}>
        <DatePicker style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="periodTo" label={t('ledger.periodTo')} rules={needed(t('ledger.periodTo'))}>
        <DatePicker style={{ width: '100%' }} />
      </Form.Item>
    </FormDrawer>
  )
}
