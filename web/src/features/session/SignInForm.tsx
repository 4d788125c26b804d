import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { api } from '@/shared/api'
import type { Schemas } from '@/shared/contract'
import { asProblem } from '@/shared/problem'
import { problemText } from '@/shared/ui/problemText'

type Credentials = Schemas['SessionControllerLogin']

export function SignInForm({
  username,
  onDone,
}: {
  username?: string | null | undefined
  onDone: () => Promise<void>
}) {
  const { t } = useTranslation()
  const signIn = useMutation({
    mutationFn: async (credentials: Credentials) => {
      await api.get('/api/me', { anonymous: true }).catch(() => undefined)
      await api.post('/api/session', { body: credentials, anonymous: true })
      await onDone()
    },
  })
  const refused = signIn.error && asProblem(signIn.error).status === 401
  return (
    <Form<Credentials>
      layout="vertical"
      requiredMark={false}
      initialValues={{ username }}
      onFinish={(credentials) => signIn.mutate(credentials)}
      disabled={signIn.isPending}
    >
      {signIn.error && (
        <Alert
          type="error"
          showIcon
          title={refused ? t('session.wrong') : problemText(signIn.error)}
          style={{ marginBottom: 16 }}
        />
      )}
      <Form.Item
        name="username"
        label={t('session.username')}
        rules={[{ required: true, message: t('session.needUsername') }]}
      >
        <Input autoComplete="username" autoFocus={!username} autoCapitalize="none" spellCheck={false} size="large" />
      </Form.Item>
      <Form.Item
        name="password"
        label={t('session.password')}
        rules={[{ required: true, message: t('session.needPassword') }]}
      >
        <Input.Password autoComplete="current-password" autoFocus={Boolean(username)} size="large" />
      </Form.Item>
      <Button type="primary" htmlType="submit" block size="large" loading={signIn.isPending}>
        {t('session.signIn')}
      </Button>
    </Form>
  )
}
