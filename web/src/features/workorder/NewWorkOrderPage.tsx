import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App, Button, Checkbox, Form, Input, Radio, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { RefPicker } from '@/features/record/RefPicker'
import { useLabels } from '@/shared/i18n/labels'
import { recordPath } from '@/shared/paths'
import { asProblem } from '@/shared/problem'
import { useCan, useMe } from '@/shared/session'
import { EmptyState } from '@/shared/ui/EmptyState'
import { InstantPicker } from '@/shared/ui/InstantPicker'
import { PageHeader } from '@/shared/ui/PageHeader'
import { SaveFailure } from '@/shared/ui/SaveFailure'
import { useDraft } from '@/shared/useDraft'
import { useIntent } from '@/shared/useIntent'
import { raiseWorkOrder, type NewWorkOrder } from './api'
import styles from './workorder.module.css'

const emptyOrder = (): Partial<NewWorkOrder> => ({ type: 'ON_SITE_SUPPORT', priority: 'P3' })

/** What is asked of who raises an order without a record it comes from. */
type Field = Exclude<keyof NewWorkOrder, 'origin' | 'requester' | 'system' | 'systemClass' | 'level'>

/** A job that does not come from an incident. */
export default function NewWorkOrderPage() {
  const { t } = useTranslation()
  const labels = useLabels()
  const me = useMe()
  const may = useCan('work-order:open')
  const navigate = useNavigate()
  const { message } = App.useApp()
  const [fields] = Form.useForm<NewWorkOrder>()
  const draft = useDraft('work-order', emptyOrder)
  const { intend } = useIntent<NewWorkOrder>()
  const raise = useMutation({
    mutationFn: (order: NewWorkOrder) => raiseWorkOrder(order, intend(order, () => order).key),
    onSuccess: (ack) => {
      draft.clear()
      void message.success(t('workorder.raised', { number: ack.number }))
      void navigate({ to: recordPath('WORK_ORDER', ack.id) })
    },
    onError: (error) => {
      fields.setFields(
        asProblem(error).errors.map((one) => ({ name: one.field as keyof NewWorkOrder, errors: [one.message] })),
      )
    },
  })
  const label = (name: Field) => t(`workorder.fields.${name}`)
  const needed = (name: Field) => [{ required: true, message: t('common.required', { field: label(name) }) }]
  if (!may) return <EmptyState kind="forbidden" />
  return (
    <div className={styles.form}>
      <PageHeader title={t('workorder.new')} />
      <Form
        form={fields}
        layout="vertical"
        requiredMark={false}
        initialValues={{ unit: me?.unit.id, ...draft.value }}
        scrollToFirstError={{ block: 'center', focus: true }}
        onValuesChange={(part: Partial<NewWorkOrder>) => draft.set(part)}
        onFinish={(order) => raise.mutate(order)}
      >
        <Form.Item name="type" label={label('type')} rules={needed('type')}>
          <Select options={labels.options('WorkOrderType')} />
        </Form.Item>
        <Form.Item name="title" label={label('title')} rules={[{ whitespace: true }, ...needed('title')]}>
          <Input maxLength={200} autoFocus />
        </Form.Item>
        <Form.Item name="instructions" label={label('instructions')} rules={needed('instructions')}>
          <Input.TextArea autoSize={{ minRows: 4, maxRows: 14 }} maxLength={8000} />
        </Form.Item>
        <Form.Item name="unit" label={label('unit')} rules={needed('unit')}>
          <RefPicker type="unit" label={me?.unit.name} />
        </Form.Item>
        <Form.Item name="group" label={label('group')} rules={needed('group')}>
          <RefPicker type="group" />
        </Form.Item>
        <Form.Item name="assignee" label={label('assignee')}>
          <RefPicker type="person" />
        </Form.Item>
        <Form.Item name="priority" label={label('priority')}>
          <Radio.Group optionType="button" options={labels.options('Priority')} />
        </Form.Item>
        <Form.Item name="dueAt" label={label('dueAt')}>
          <InstantPicker />
        </Form.Item>
        <Form.Item name="twoPersons" valuePropName="checked" extra={t('workorder.twoPersonsHint')}>
          <Checkbox>{label('twoPersons')}</Checkbox>
        </Form.Item>
        <SaveFailure error={raise.error} className={styles.alert} />
        <Button type="primary" size="large" htmlType="submit" loading={raise.isPending}>
          {raise.isPending ? t('common.saving') : t('workorder.raise')}
        </Button>
      </Form>
    </div>
  )
}
