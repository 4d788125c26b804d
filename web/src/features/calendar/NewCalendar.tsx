import { useQuery } from '@tanstack/react-query'
import { Form, Input, Select } from 'antd'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { calendarsQuery } from '@/shared/calendars'
import { FormDrawer } from '@/shared/ui/FormDrawer'
import { createCalendar } from './api'
import { layerOn } from './layer'

interface Answers {
  id: string
  name: string
  base: string
  source: string
}

/** A calendar begins as what it stands on; what differs is edited afterwards. */
export function NewCalendar({ onSaved, onClose }: { onSaved: (id: string) => void; onClose: () => void }) {
  const { t } = useTranslation()
  const calendars = useQuery(calendarsQuery)
  const needed = (field: string) => [{ required: true, whitespace: true, message: t('common.required', { field }) }]
  const made = useRef('')
  return (
    <FormDrawer<Answers>
      title={t('calendars.new')}
      initial={{ base: 'STANDARD' }}
      save={({ id, name, base, source }, key) => {
        made.current = id
        return createCalendar(id, { name, source, effectiveFrom: null, layer: layerOn(base) }, key)
      }}
      onSaved={() => onSaved(made.current)}
      onClose={onClose}
    >
      <Form.Item
        name="id"
        label={t('calendars.id')}
        extra={t('calendars.idHint')}
        rules={[{ required: true, pattern: /^[A-Z][A-Z0-9_-]{0,39}$/, message: t('calendars.idHint') }]}
      >
        <Input maxLength={40} autoComplete="off" autoFocus />
      </Form.Item>
      <Form.Item name="name" label={t('calendars.name')} rules={needed(t('calendars.name'))}>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="base"
        label={t('calendars.base')}
        extra={t('calendars.baseHint')}
        rules={needed(t('calendars.base'))}
      >
        <Select options={(calendars.data ?? []).map((calendar) => ({ value: calendar.id, label: calendar.name }))} />
      </Form.Item>
      <Form.Item
        name="source"
        label={t('calendars.source')}
        extra={t('calendars.sourceHint')}
        rules={needed(t('calendars.source'))}
      >
        <Input maxLength={200} />
      </Form.Item>
    </FormDrawer>
  )
}
