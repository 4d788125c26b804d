import { useMutation } from '@tanstack/react-query'
import { Alert, App, Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { api } from '@/shared/api'
import type { Schemas } from '@/shared/contract'
import { useAccountWords } from '@/shared/i18n/account'
import { asProblem } from '@/shared/problem'
import { formatInstant } from '@/shared/time'
import { problemText } from '@/shared/ui/problemText'

type Credentials = Schemas['SessionControllerLogin']

/** What is said to somebody who has just come in. */
function useWelcome() {
  const { t } = useAccountWords()
  const { notification } = App.useApp()
  return ({ passwordExpiresAt, parallel }: Schemas['SessionControllerWelcome']) => {
    if (passwordExpiresAt)
      notification.warning({ title: t('passwordSoon', { at: formatInstant(passwordExpiresAt) }), duration: 10 })
    const last = parallel[0]
    if (last)
      notification.warning({
        title: t('parallel'),
        description: t('parallelUse', {
          at: formatInstant(last.at),
          address: last.address,
          others: last.others.join(', '),
        }),
        placement: 'bottomRight',
        duration: 20,
      })
  }
}

export function SignInForm({
  username,
  onDone,
}: {
  username?: string | null | undefined
  onDone: () => Promise<void>
}) {
  const { t } = useTranslation()
  const { t: words } = useAccountWords()
  const welcome = useWelcome()
  const signIn = useMutation({
    mutationFn: async (credentials: Credentials) => {
      await api.get('/api/setup', { anonymous: true }).catch(() => undefined)
      const answer = await api.post('/api/session', { body: credentials, anonymous: true })
      await onDone()
      welcome(answer)
    },
  })
  const problem = signIn.error && asProblem(signIn.error)
  const refused = problem?.status === 401 && problem.reason === 'sign-in'
  // The second step stays open while somebody tries again.
  const askCode = problem?.code === 'code-required' || (problem?.status === 401 && problem.reason === 'code')
  return (
    <Form<Credentials>
      layout="vertical"
      requiredMark={false}
      initialValues={{ username }}
      onFinish={(credentials) => signIn.mutate(credentials)}
      disabled={signIn.isPending}
    >
      {problem && problem.code !== 'code-required' && (
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
      {askCode && (
        <Form.Item
          name="code"
          label={words('code')}
          extra={words('codeHint')}
          rules={[{ required: true, message: words('codeNeeded') }]}
        >
          <Input autoComplete="one-time-code" autoFocus spellCheck={false} size="large" />
        </Form.Item>
      )}
      <Button type="primary" htmlType="submit" block size="large" loading={signIn.isPending}>
        {t('session.signIn')}
      </Button>
    </Form>
  )
}
