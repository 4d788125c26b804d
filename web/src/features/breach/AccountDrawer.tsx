import { useQueryClient } from '@tanstack/react-query'
import { Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useLabels } from '@/shared/i18n/labels'
import { formatInstant, limitWords } from '@/shared/time'
import { FormDrawer } from '@/shared/ui/FormDrawer'
import { accountForBreach, type Breach } from './api'
import styles from './compliance.module.css'

interface Values {
  breachCause: NonNullable<Breach['breachCause']>
  reason: string
  measure: string
}

/** Why the limit was missed, and what is done so that it is not missed again. */
export function AccountDrawer({ breach, onClose }: { breach: Breach; onClose: () => void }) {
  const { t } = useTranslation()
  const labels = useLabels()
  const queries = useQueryClient()
  const needed = (field: string) => [{ required: true, whitespace: true, message: t('common.required', { field }) }]
  const initial = {
    ...(breach.breachCause && { breachCause: breach.breachCause }),
    ...(breach.reason && { reason: breach.reason }),
    ...(breach.measure && { measure: breach.measure }),
  }
  return (
    <FormDrawer<Values>
      title={`${t('breaches.account')} · ${breach.record.number}`}
      initial={initial}
      save={(values, key) => accountForBreach({ breach: breach.id, ...values }, key)}
      onSaved={() => {
        for (const key of [
          ['list', '/api/breaches'],
          ['record', breach.record.id],
          ['timeline', breach.record.id],
        ])
          void queries.invalidateQueries({ queryKey: key })
        onClose()
      }}
      onClose={onClose}
    >
      <p className={styles.about}>
        <b>{breach.record.title}</b>
        <br />
        {[
          labels.value('ClockName', breach.clock),
          limitWords(breach.limit),
          breach.breachedAt && formatInstant(breach.breachedAt),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <Form.Item
        name="breachCause"
        label={labels.field('breachCause')}
        rules={[{ required: true, message: t('common.required', { field: labels.field('breachCause') }) }]}
      >
        <Select options={labels.options('BreachCause')} />
      </Form.Item>
      <Form.Item name="reason" label={t('breaches.why')} rules={needed(t('breaches.why'))}>
        <Input.TextArea maxLength={2000} autoSize={{ minRows: 2, maxRows: 8 }} />
      </Form.Item>
      <Form.Item name="measure" label={labels.field('measure')} rules={needed(labels.field('measure'))}>
        <Input.TextArea maxLength={2000} autoSize={{ minRows: 2, maxRows: 8 }} />
      </Form.Item>
    </FormDrawer>
  )
}
