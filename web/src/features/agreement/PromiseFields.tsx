import { PlusOutlined } from '@ant-design/icons'
import { Button, Form, InputNumber, Select } from 'antd'
import { ManySelect } from '@/shared/ui/ManySelect'
import { useTranslation } from 'react-i18next'
import { useLabels } from '@/shared/i18n/labels'
import { LimitInput } from '@/shared/ui/LimitInput'
import styles from './agreement.module.css'
import { type Agreement, newPromise } from './api'

interface Props {
  kind: Agreement['kind']
  calendars: { id: string; name: string }[]
}

/** The lines of an agreement, asked from the top. */
export function PromiseFields({ kind, calendars }: Props) {
  const { t } = useTranslation()
  const labels = useLabels()
  const clocks = labels.options('ClockName').filter(({ value }) => (value === 'VENDOR') === (kind === 'UC'))
  const condition = (
    at: number,
    name: 'matters' | 'classes' | 'levels' | 'priorities',
    options: { value: string; label: string }[],
  ) => (
    <Form.Item name={[at, name]} label={t(`agreements.${name}`)} className={styles.field ?? ''}>
      <ManySelect placeholder={t('agreements.any')} options={options} />
    </Form.Item>
  )
  return (
    <Form.Item label={t('agreements.promises')} extra={t('agreements.order')}>
      <Form.List name="promises">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <fieldset key={key} className={styles.block}>
                <Form.Item name={[name, 'clock']} label={t('agreements.clock')} className={styles.field ?? ''}>
                  <Select options={clocks} />
                </Form.Item>
                <Form.Item name={[name, 'limit']} label={t('agreements.limit')} className={styles.field ?? ''}>
                  <LimitInput />
                </Form.Item>
                {condition(name, 'levels', labels.options('LevelShort'))}
                {condition(name, 'priorities', labels.options('Priority'))}
                {condition(name, 'classes', labels.options('SystemClass'))}
                {condition(name, 'matters', labels.options('IncidentKind'))}
                <Form.Item name={[name, 'calendar']} label={t('agreements.calendar')} className={styles.field ?? ''}>
                  <Select
                    allowClear
                    placeholder={t('agreements.byRules')}
                    options={calendars.map((one) => ({ value: one.id, label: one.name }))}
                  />
                </Form.Item>
                <Form.Item name={[name, 'warning']} label={t('agreements.warning')} className={styles.field ?? ''}>
                  <InputNumber min={1} max={100} precision={0} placeholder={t('agreements.byRules')} />
                </Form.Item>
                <Button size="small" danger onClick={() => remove(name)}>
                  {t('common.delete')}
                </Button>
              </fieldset>
            ))}
            <Button
              icon={<PlusOutlined aria-hidden />}
              onClick={() => add(newPromise(kind === 'UC' ? 'VENDOR' : 'RESTORE'))}
            >
              {t('agreements.addPromise')}
            </Button>
          </>
        )}
      </Form.List>
    </Form.Item>
  )
}
