import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Form, Input } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useTranslation } from 'react-i18next'
import { api } from '@/shared/api'
import type { Schemas } from '@/shared/contract'
import { useLabels } from '@/shared/i18n/labels'
import { recordPath } from '@/shared/paths'
import type { Clock } from '@/shared/types'
import { FormDrawer } from '@/shared/ui/FormDrawer'
import { InstantPicker } from '@/shared/ui/InstantPicker'

interface Values {
  from: string
  to: string
  reason: string
}

interface Props {
  clock: Clock
  segment: Schemas['ClockSegment']
  onClose: () => void
}

const text = (at: string | Dayjs) => dayjs(at).toISOString()

/** Says that a stretch should not have been counted; leads to the appeal, where what proves it is attached. */
export function AppealDrawer({ clock, segment, onClose }: Props) {
  const { t } = useTranslation()
  const labels = useLabels()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const needed = (field: string) => [{ required: true, message: t('common.required', { field }) }]
  return (
    <FormDrawer<Values>
      saveText={t('appeals.submit')}
      title={t('appeals.lodge')}
      initial={{ from: segment.from, to: segment.to }}
      save={async ({ from, to, reason }, idempotencyKey) => {
        const made = await api.post('/api/appeals', {
          body: { clock: clock.id, from: text(from), to: text(to), reason },
          idempotencyKey,
        })
        void navigate({ to: recordPath('APPEAL', made.id) })
      }}
      onSaved={() => {
        void queries.invalidateQueries({ queryKey: ['record'] })
        onClose()
      }}
      onClose={onClose}
    >
      <Form.Item name="from" label={labels.field('from')} rules={needed(labels.field('from'))}>
        <InstantPicker />
      </Form.Item>
      <Form.Item
        name="to"
        label={labels.field('to')}
        rules={[
          ...needed(labels.field('to')),
          {
            validator: (_, at: string) =>
              dayjs(at).isAfter(dayjs().add(1, 'minute'))
                ? Promise.reject(new Error(t('appeals.notLater')))
                : Promise.resolve(),
          },
        ]}
      >
        <InstantPicker />
      </Form.Item>
      <Form.Item
        name="reason"
        label={t('appeals.reason')}
        extra={t('appeals.reasonHint')}
        rules={[{ required: true, whitespace: true, message: t('common.required', { field: t('appeals.reason') }) }]}
      >
        <Input.TextArea maxLength={4000} autoSize={{ minRows: 3, maxRows: 10 }} />
      </Form.Item>
    </FormDrawer>
  )
}
