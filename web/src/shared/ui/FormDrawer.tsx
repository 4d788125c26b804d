import { useMutation } from '@tanstack/react-query'
import { Alert, App, Button, Drawer, Form } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { asProblem } from '@/shared/problem'
import { problemText } from '@/shared/ui/problemText'
import { useHeld } from '@/shared/useHeld'
import { useIntent } from '@/shared/useIntent'
import { usePhone } from '@/shared/viewport'

interface Props<V extends object> {
  title: string
  initial: Partial<V>
  save: (values: V, idempotencyKey: string) => Promise<unknown>
  onSaved: () => void
  onClose: () => void
  saveText?: string
  danger?: boolean
  children: ReactNode
}

/** A form at the side of what it changes; the whole screen on a phone. Mount it while it is open. */
export function FormDrawer<V extends object>(props: Props<V>) {
  const { t } = useTranslation()
  const { message, modal } = App.useApp()
  const [form] = Form.useForm<V>()
  const { intend } = useIntent<V>()
  const phone = usePhone()
  const held = useHeld()
  const save = useMutation({
    mutationFn: (values: V) => props.save(values, intend(values, () => values).key),
    onSuccess: () => {
      void message.success(t('common.saved'))
      props.onSaved()
    },
    onError: (error) => {
      if (held(error)) return props.onSaved()
      const problem = asProblem(error)
      form.setFields(problem.errors.map((one) => ({ name: pathOf(one.field), errors: [one.message] })))
      const first = problem.errors[0]
      if (first) form.scrollToField(pathOf(first.field), { block: 'center', focus: true })
    },
  })
  const pathOf = (field: string) => field.split('.') as never
  /** What the server says, but for what stands at its field already. */
  const besideTheFields = (error: unknown): string => {
    const { errors, status } = asProblem(error)
    if (status === 0) return t('common.error.offlineSave')
    if (errors.length === 0) return problemText(error)
    return errors
      .filter((one) => form.getFieldError(pathOf(one.field)).length === 0)
      .map((one) => one.message)
      .join('\n')
  }
  /** What was typed is not thrown away by a key or a press beside the form. */
  const leave = () => {
    if (!form.isFieldsTouched()) return props.onClose()
    void modal.confirm({
      title: t('common.leave.title'),
      content: t('common.leave.hint'),
      okText: t('common.leave.ok'),
      cancelText: t('common.leave.stay'),
      okButtonProps: { danger: true },
      onOk: props.onClose,
    })
  }
  const said = save.isError ? besideTheFields(save.error) : ''
  return (
    <Drawer
      open
      title={props.title}
      onClose={leave}
      size={phone ? '100%' : 480}
      destroyOnHidden
      footer={
        <div style={{ display: 'flex', gap: 8, justifyContent: 'flex-end' }}>
          <Button onClick={leave}>{t('common.cancel')}</Button>
          <Button type="primary" danger={props.danger ?? false} loading={save.isPending} onClick={() => form.submit()}>
            {save.isPending ? t('common.saving') : (props.saveText ?? t('common.save'))}
          </Button>
        </div>
      }
    >
      <Form<V>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={props.initial}
        scrollToFirstError={{ block: 'center', focus: true }}
        onFinish={(values) => save.mutate(values)}
      >
        {props.children}
        {said && <Alert type="error" showIcon title={said} />}
      </Form>
    </Drawer>
  )
}
