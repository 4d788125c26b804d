import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { api } from '@/shared/api'
import type { Schemas } from '@/shared/contract'
import { asProblem } from '@/shared/problem'
import { problemText } from '@/shared/ui/problemText'

type Answers = Schemas['PasswordControllerNewPassword']

/** The old password and the new one, twice. */
export function PasswordChange({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const [form] = Form.useForm<Answers>()
  const queries = useQueryClient()
  const change = useMutation({
    mutationFn: ({ old, password }: Answers) => api.put('/api/me/password', { body: { old, password } }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['account'] })
      void queries.invalidateQueries({ queryKey: ['own-sessions'] })
      void message.success(t('session.passwordChanged'))
      onDone()
    },
    onError: (error) =>
      form.setFields(
        asProblem(error).errors.map(({ field, message: text }) => ({ name: field as keyof Answers, errors: [text] })),
      ),
  })
  const general = change.error && asProblem(change.error).errors.length === 0
  const need = (field: string) => ({ required: true, message: t('common.required', { field }) })
  return (
    <Form<Answers> form={form} layout="vertical" requiredMark={false} onFinish={(answers) => change.mutate(answers)}>
      {general && <Alert type="error" showIcon title={problemText(change.error)} style={{ marginBottom: 12 }} />}
      <Form.Item name="old" label={t('session.oldPassword')} rules={[need(t('session.oldPassword'))]}>
        <Input.Password autoComplete="current-password" autoFocus />
      </Form.Item>
      <Form.Item name="password" label={t('session.newPassword')} rules={[need(t('session.newPassword'))]}>
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="again"
        label={t('session.againPassword')}
        dependencies={['password']}
        rules={[
          need(t('session.againPassword')),
          ({ getFieldValue }) => ({
            validator: (_rule, value) =>
              value === getFieldValue('password')
                ? Promise.resolve()
                : Promise.reject(new Error(t('session.differentPassword'))),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={change.isPending}>
        {t('session.changePassword')}
      </Button>
    </Form>
  )
}
