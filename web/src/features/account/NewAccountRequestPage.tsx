import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App, Button, Form, Input, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { RefPicker } from '@/features/record/RefPicker'
import { useAccountWords } from '@/shared/i18n/account'
import { useLabels } from '@/shared/i18n/labels'
import { recordPath } from '@/shared/paths'
import { asProblem } from '@/shared/problem'
import { useMe } from '@/shared/session'
import { InstantPicker } from '@/shared/ui/InstantPicker'
import { PageHeader } from '@/shared/ui/PageHeader'
import { SaveFailure } from '@/shared/ui/SaveFailure'
import { useHeld } from '@/shared/useHeld'
import { useIntent } from '@/shared/useIntent'
import styles from './account.module.css'
import { fileRequest, type Form as Answers } from './api'
import { RightsFields } from './RightsFields'

/** The application form for accounts (F-06). */
export default function NewAccountRequestPage() {
  const { t } = useTranslation()
  const { t: word } = useAccountWords()
  const labels = useLabels()
  const me = useMe()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const held = useHeld()
  const [form] = Form.useForm<Answers>()
  const request = Form.useWatch('request', form) ?? 'NEW'
  const target = Form.useWatch('target', form) ?? 'HENGWEI'
  const accountClass = Form.useWatch('accountClass', form) ?? 'PERSON'
  const { intend } = useIntent<Answers>()
  const file = useMutation({
    mutationFn: (answers: Answers) => fileRequest(answers, intend(answers, () => answers).key),
    onSuccess: (ack) => {
      void message.success(word('requestFiled', { number: ack.number }))
      void navigate({ to: recordPath('ACCOUNT_REQUEST', ack.id) })
    },
    onError: (error) => {
      if (held(error)) return void navigate({ to: '/approvals', search: { mine: 'true' } as never })
      form.setFields(
        asProblem(error).errors.map((one) => ({ name: one.field.split('.') as never, errors: [one.message] })),
      )
    },
  })
  const label = labels.field
  const need = (name: string) => [{ required: true, message: t('common.required', { field: label(name) }) }]
  const choose = (name: string) => [{ required: true, message: t('common.requiredChoice', { field: label(name) }) }]
  const closing = request === 'CLOSE'
  const aboutSomebody = request !== 'NEW' || target === 'APPLICATION'
  const isPerson = accountClass === 'PERSON'
  const failure = file.error && asProblem(file.error).code !== 'held' ? file.error : null
  return (
    <div className={styles.form}>
      <PageHeader title={word('requestNew')} subtitle={word('requestsHint')} />
      <Form<Answers>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ request: 'NEW', target: 'HENGWEI', accountClass: 'PERSON', unit: me?.unit.id, rights: [] }}
        scrollToFirstError={{ block: 'center', focus: true }}
        onFinish={(answers) => file.mutate({ ...answers, rights: answers.rights ?? [] })}
      >
        <Form.Item name="request" label={label('request')}>
          <Radio.Group optionType="button" options={labels.options('RequestKind')} />
        </Form.Item>
        <Form.Item name="target" label={label('target')}>
          <Radio.Group optionType="button" options={labels.options('AccountTarget')} />
        </Form.Item>
        {target === 'APPLICATION' && (
          <Form.Item name="system" label={label('system')} rules={choose('system')}>
            <RefPicker type="system" />
          </Form.Item>
        )}
        {aboutSomebody && (
          <Form.Item
            name="person"
            label={word('requestWhose')}
            rules={request === 'NEW' ? [] : [{ required: true, message: word('requestWhose') }]}
          >
            <RefPicker
              type="person"
              onChange={(id, option) => {
                form.setFieldValue('person', id)
                if (option) form.setFieldValue('name', option.name)
              }}
            />
          </Form.Item>
        )}
        <Form.Item name="name" label={label('name')} rules={[{ whitespace: true }, ...need('name')]}>
          <Input maxLength={100} autoComplete="off" />
        </Form.Item>
        {!closing && (
          <Form.Item name="accountClass" label={label('accountClass')}>
            <Radio.Group optionType="button" options={labels.options('AccountClass')} />
          </Form.Item>
        )}
        {isPerson && (
          <Form.Item name="staffNumber" label={label('staffNumber')} rules={closing ? [] : need('staffNumber')}>
            <Input maxLength={40} autoComplete="off" />
          </Form.Item>
        )}
        <Form.Item name="unit" label={label('unit')} rules={choose('unit')}>
          <RefPicker type="unit" label={me?.unit.name} />
        </Form.Item>
        <Form.Item name="post" label={label('post')}>
          <Input maxLength={100} />
        </Form.Item>
        {!closing && target === 'HENGWEI' && <RightsFields unit={me?.unit} />}
        <Form.Item name="reason" label={label('reason')} rules={[{ whitespace: true }, ...need('reason')]}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={1000} />
        </Form.Item>
        <Form.Item name="from" label={label('validFrom')} extra={word('requestFromHint')}>
          <InstantPicker />
        </Form.Item>
        {!closing && (
          <Form.Item name="until" label={label('validUntil')} extra={word('requestEndHint')}>
            <InstantPicker />
          </Form.Item>
        )}
        <SaveFailure error={failure} className={styles.alert} />
        <Button type="primary" size="large" htmlType="submit" loading={file.isPending}>
          {word('requestFile')}
        </Button>
      </Form>
    </div>
  )
}
