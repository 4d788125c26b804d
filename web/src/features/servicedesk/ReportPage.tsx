import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Form, Input, Radio } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RefPicker } from '@/features/record/RefPicker'
import { useLabels } from '@/shared/i18n/labels'
import { asProblem } from '@/shared/problem'
import type { Ack } from '@/shared/types'
import { InstantPicker } from '@/shared/ui/InstantPicker'
import { PageHeader } from '@/shared/ui/PageHeader'
import { SaveFailure } from '@/shared/ui/SaveFailure'
import { useDraft } from '@/shared/useDraft'
import { useIntent } from '@/shared/useIntent'
import { reportMyself, type SelfReport } from './api'
import styles from './selfservice.module.css'

const emptyReport = (): Partial<SelfReport> => ({})

function Received({ ack, onAnother }: { ack: Ack; onAnother: () => void }) {
  const { t } = useTranslation()
  return (
    <div className={styles.received} role="status">
      <div>{t('selfservice.received')}</div>
      <div className={styles.number}>{ack.number}</div>
      <p>{t('selfservice.receivedHint')}</p>
      <div className={styles.buttons}>
        <Link to={`/my-reports/${ack.id}`}>
          <Button type="primary" size="large">
            {t('selfservice.seeProgress')}
          </Button>
        </Link>
        <Button size="large" onClick={onAnother}>
          {t('selfservice.another')}
        </Button>
      </div>
    </div>
  )
}

/** Anybody tells what is wrong; the desk sees to the rest. */
export default function ReportPage() {
  const { t } = useTranslation()
  const labels = useLabels()
  const draft = useDraft('self-report', emptyReport)
  const { intend, done } = useIntent<SelfReport>()
  const [ack, setAck] = useState<Ack>()
  const [fields] = Form.useForm<SelfReport>()
  const report = useMutation({
    mutationFn: (form: SelfReport) => {
      const { body, key } = intend(form, () => ({
        ...form,
        occurredAt: form.occurredAt ?? new Date().toISOString(),
      }))
      return reportMyself(body, key)
    },
    onSuccess: (saved) => {
      done()
      draft.clear()
      setAck(saved)
    },
    onError: (error) =>
      fields.setFields(
        asProblem(error).errors.map((one) => ({ name: one.field as keyof SelfReport, errors: [one.message] })),
      ),
  })
  return (
    <div className={styles.page}>
      <PageHeader title={t('selfservice.report')} subtitle={ack ? undefined : t('selfservice.reportHint')} />
      {ack ? (
        <Received ack={ack} onAnother={() => setAck(undefined)} />
      ) : (
        <Form
          form={fields}
          layout="vertical"
          requiredMark={false}
          className={styles.sheet ?? ''}
          initialValues={draft.value}
          onValuesChange={(part: Partial<SelfReport>) => draft.set(part)}
          onFinish={(form) => report.mutate(form)}
        >
          <Form.Item
            name="description"
            label={t('selfservice.description')}
            rules={[
              { required: true, whitespace: true, message: t('common.required', { field: t('intake.description') }) },
            ]}
          >
            <Input.TextArea
              autoFocus
              autoSize={{ minRows: 4, maxRows: 14 }}
              maxLength={8000}
              placeholder={t('selfservice.descriptionHint')}
            />
          </Form.Item>
          <Form.Item name="system" label={t('selfservice.system')}>
            <RefPicker type="system" />
          </Form.Item>
          <Form.Item name="effect" label={t('selfservice.effect')}>
            <Radio.Group optionType="button" buttonStyle="solid" options={labels.options('Effect')} />
          </Form.Item>
          <Form.Item name="occurredAt" label={t('selfservice.since')}>
            <InstantPicker placeholder={t('intake.now')} disabledDate={(day) => day.isAfter(dayjs(), 'day')} />
          </Form.Item>
          <SaveFailure error={report.error} className={styles.alert} />
          <Button
            type="primary"
            size="large"
            htmlType="submit"
            loading={report.isPending}
            className={styles.send ?? ''}
          >
            {report.isPending ? t('common.saving') : t('selfservice.send')}
          </Button>
        </Form>
      )}
    </div>
  )
}
