import { AutoComplete, Form, Input, Radio } from 'antd'
import dayjs from 'dayjs'
import { useTranslation } from 'react-i18next'
import { RefPicker } from '@/features/record/RefPicker'
import { type Enumeration, useLabels } from '@/shared/i18n/labels'
import { InstantPicker } from '@/shared/ui/InstantPicker'
import { byPeople, isCall, titleOf, type CallForm } from './call'
import styles from './intake.module.css'

/** Buttons of which one is pressed; arrow keys move among them, nothing is pressed beforehand. */
function Choice({
  name,
  label,
  enumeration,
  fits = () => true,
}: {
  name: string
  label: string
  enumeration: Enumeration
  fits?: (value: string) => boolean
}) {
  const labels = useLabels()
  const { t } = useTranslation()
  return (
    <Form.Item
      name={name}
      label={label}
      rules={[{ required: true, message: t('common.requiredChoice', { field: label }) }]}
    >
      <Radio.Group
        optionType="button"
        buttonStyle="solid"
        options={labels.options(enumeration).filter(({ value }) => fits(value))}
      />
    </Form.Item>
  )
}

function OccurredAt() {
  const { t } = useTranslation()
  const earlier = (minutes: number) => dayjs().subtract(minutes, 'minute')
  return (
    <Form.Item name="occurredAt" label={t('intake.occurredAt')}>
      <InstantPicker
        placeholder={t('intake.now')}
        disabledDate={(day) => day.isAfter(dayjs(), 'day')}
        presets={[
          { label: t('intake.minutesAgo', { count: 10 }), value: () => earlier(10) },
          { label: t('intake.minutesAgo', { count: 30 }), value: () => earlier(30) },
          { label: t('intake.hourAgo'), value: () => earlier(60) },
        ]}
      />
    </Form.Item>
  )
}

function Telephone() {
  const { t } = useTranslation()
  const outcomes = (['registered', 'answered', 'added', 'callBack'] as const).map((key) => ({
    value: t(`intake.outcomes.${key}`),
  }))
  return (
    <div className={styles.two}>
      <Choice name="line" label={t('intake.line')} enumeration="CallLine" />
      <Form.Item name="outcome" label={t('intake.outcome')}>
        <AutoComplete options={outcomes} placeholder={t('intake.outcomeDefault')} maxLength={200} />
      </Form.Item>
    </div>
  )
}

/** What happened, how bad it is, and how we heard of it; in the order in which people tell it. */
export function IntakeFields({ form }: { form: CallForm }) {
  const { t } = useTranslation()
  return (
    <>
      <section className={styles.block} aria-label={t('intake.what')}>
        <h2>{t('intake.what')}</h2>
        <Form.Item
          name="description"
          label={t('intake.description')}
          rules={[
            { required: true, whitespace: true, message: t('common.required', { field: t('intake.description') }) },
          ]}
        >
          <Input.TextArea
            autoSize={{ minRows: 3, maxRows: 12 }}
            maxLength={8000}
            placeholder={t('intake.descriptionPlaceholder')}
          />
        </Form.Item>
        <Form.Item name="title" label={t('intake.titleField')}>
          <Input maxLength={200} placeholder={titleOf(form.description) || t('intake.titleHint')} />
        </Form.Item>
        <div className={styles.two}>
          <Form.Item
            name="system"
            label={t('intake.system')}
            rules={[{ required: true, message: t('common.requiredChoice', { field: t('intake.system') }) }]}
          >
            <RefPicker type="system" label={form.systemName} />
          </Form.Item>
          <OccurredAt />
        </div>
      </section>
      <section className={styles.block} aria-label={t('intake.grading')}>
        <h2>{t('intake.grading')}</h2>
        <div className={styles.two}>
          <Choice name="effect" label={t('intake.effect')} enumeration="Effect" />
          <Choice name="impact" label={t('intake.impact')} enumeration="Impact" />
          <Choice name="urgency" label={t('intake.urgency')} enumeration="Urgency" />
          <Choice name="kind" label={t('intake.kind')} enumeration="IncidentKind" />
        </div>
        <Choice name="channel" label={t('intake.channel')} enumeration="Channel" fits={byPeople} />
        {isCall(form.channel) && <Telephone />}
      </section>
    </>
  )
}
