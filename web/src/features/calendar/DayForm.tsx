import { Button, Form, Input, Modal, Radio, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { shippedName, useLabels } from '@/shared/i18n/labels'
import type { Day } from './api'
import styles from './editor.module.css'
import { type DayWord, type Layer, WEEKDAYS, windowsOf, withoutDay, withWord, wordsOf } from './layer'
import { dayName } from './dayName'

interface Props {
  date: string
  day: Day | undefined
  layer: Layer
  onChange: (layer: Layer) => void
  onClose: () => void
}

interface Answers {
  kind: DayWord['kind']
  name: string
  like?: (typeof WEEKDAYS)[number]
  window?: string
}

const wordOf = ({ kind, name, like, window }: Answers): DayWord =>
  kind === 'HOLIDAY'
    ? { kind, name }
    : kind === 'MAKE_UP'
      ? { kind, name, like: like ?? 'MONDAY' }
      : { kind, name, window: windowsOf(window ?? '')?.[0] ?? '' }

function Said({ date, layer, onChange }: Pick<Props, 'date' | 'layer' | 'onChange'>) {
  const { t } = useTranslation()
  const labels = useLabels()
  const words = wordsOf(layer, date)
  if (words.length === 0) return <p className={styles.hint}>{t('calendars.nothingSaid')}</p>
  return (
    <div className={styles.said}>
      <ul>
        {words.map((word) => (
          <li key={`${word.kind} ${word.name}`}>
            {labels.value('DayWord', word.kind)} {'window' in word && word.window}
            {'like' in word && labels.value('Weekday', word.like)} {shippedName(word.name)}
          </li>
        ))}
      </ul>
      <Button size="small" onClick={() => onChange(withoutDay(layer, date))}>
        {t('calendars.takeBack')}
      </Button>
    </div>
  )
}

/** What this calendar says of one day. */
export function DayForm({ date, day, layer, onChange, onClose }: Props) {
  const { t } = useTranslation()
  const labels = useLabels()
  const [form] = Form.useForm<Answers>()
  const kind = Form.useWatch('kind', form)
  const windowed = kind === 'CLOSED' || kind === 'EXTRA'
  const oneWindow = (_: unknown, text: string) =>
    windowsOf(text ?? '')?.length === 1 ? Promise.resolve() : Promise.reject(new Error(t('calendars.windowOne')))
  return (
    <Modal
      open
      title={`${date} ${day ? dayName(day, labels) : ''}`}
      okText={t('calendars.say')}
      cancelText={t('common.cancel')}
      onCancel={onClose}
      onOk={() => form.submit()}
      destroyOnHidden
    >
      <Said date={date} layer={layer} onChange={onChange} />
      <Form<Answers>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ kind: 'HOLIDAY', like: 'MONDAY' }}
        onFinish={(answers) => {
          onChange(withWord(layer, date, wordOf({ ...answers, name: answers.name.trim() })))
          onClose()
        }}
      >
        <Form.Item name="kind" label={t('calendars.dayIs')}>
          <Radio.Group options={labels.options('DayWord')} />
        </Form.Item>
        {kind === 'MAKE_UP' && (
          <Form.Item name="like" label={t('calendars.like')}>
            <Select options={WEEKDAYS.map((value) => ({ value, label: labels.value('Weekday', value) }))} />
          </Form.Item>
        )}
        {windowed && (
          <Form.Item name="window" label={t('calendars.window')} rules={[{ validator: oneWindow }]}>
            <Input placeholder="13:00-18:00" autoComplete="off" />
          </Form.Item>
        )}
        <Form.Item
          name="name"
          label={t('calendars.dayName')}
          rules={[
            { required: true, whitespace: true, message: t('common.required', { field: t('calendars.dayName') }) },
          ]}
        >
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
      </Form>
    </Modal>
  )
}
