import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert, Form, Input, Button, Result } from 'antd'
import { useTranslation } from 'react-i18next'
import { api } from '@/shared/api'
import { useAccountWords } from '@/shared/i18n/account'
import type { Schemas } from '@/shared/contract'
import { asProblem } from '@/shared/problem'
import { problemText } from '@/shared/ui/problemText'
import { Entry } from './Entry'

type Activation = Schemas['ActivationControllerActivation']

/** Setting the own first password with a code that was handed over. */
export default function ActivatePage() {
  const { t } = useTranslation()
  const { t: word } = useAccountWords()
  const [form] = Form.useForm<Activation>()
  const activate = useMutation({
    mutationFn: ({ username, code, password }: Activation) =>
      api.post('/api/activation', { body: { username, code, password }, anonymous: true }),
    onError: (error) =>
      form.setFields(
        asProblem(error).errors.map(({ field, message }) => ({ name: field as keyof Activation, errors: [message] })),
      ),
  })
  const toSignIn = <Link to="/sign-in">{word('activateToSignIn')}</Link>
  if (activate.isSuccess)
    return (
      <Entry title={word('activate')}>
        <Result status="success" title={word('activateDone')} extra={toSignIn} />
      </Entry>
    )
  const need = (field: string) => ({ required: true, message: t('common.required', { field }) })
  const general = activate.error && asProblem(activate.error).errors.length === 0
  return (
    <Entry title={word('activate')}>
      <p>{word('activateIntro')}</p>
      <Form<Activation> form={form} layout="vertical" requiredMark={false} onFinish={(one) => activate.mutate(one)}>
        {general && <Alert type="error" showIcon title={problemText(activate.error)} style={{ marginBottom: 12 }} />}
        <Form.Item name="username" label={word('activateName')} rules={[need(word('activateName'))]}>
          <Input autoComplete="username" autoCapitalize="none" spellCheck={false} autoFocus />
        </Form.Item>
        <Form.Item name="code" label={word('activation')} rules={[need(word('activation'))]}>
          <Input autoComplete="one-time-code" autoCapitalize="characters" spellCheck={false} />
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
        <Button type="primary" htmlType="submit" block loading={activate.isPending}>
          {word('activateGo')}
        </Button>
      </Form>
      <p style={{ marginTop: 12 }}>{toSignIn}</p>
    </Entry>
  )
}
