import { useQueryClient } from '@tanstack/react-query'
import { Form, InputNumber } from 'antd'
import { useTranslation } from 'react-i18next'
import { lookUp } from '@/shared/i18n/labels'
import { FormDrawer } from '@/shared/ui/FormDrawer'
import { replay, type Consumer } from './api'

export function ReplayDrawer({ consumer, onClose }: { consumer: Consumer; onClose: () => void }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const name = lookUp(`operation.names.${consumer.name}`) ?? consumer.name
  return (
    <FormDrawer<{ fromSeq: number }>
      title={t('operation.replayTitle', { name })}
      initial={{ fromSeq: Math.max(0, consumer.position - 1000) }}
      saveText={t('operation.replay')}
      save={({ fromSeq }, key) => replay(consumer.name, fromSeq, key)}
      onSaved={() => {
        onClose()
        void queries.invalidateQueries({ queryKey: ['feed'] })
      }}
      onClose={onClose}
    >
      <p>{t('operation.replayHint')}</p>
      <Form.Item
        name="fromSeq"
        label={t('operation.fromSeq')}
        rules={[{ required: true, message: t('common.required', { field: t('operation.fromSeq') }) }]}
      >
        <InputNumber min={0} max={consumer.head} precision={0} style={{ width: '100%' }} />
      </Form.Item>
    </FormDrawer>
  )
}
