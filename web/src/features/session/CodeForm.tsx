import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Form, Input } from 'antd'
import { api } from '@/shared/api'
import { useAccountWords } from '@/shared/i18n/account'
import { problemText } from '@/shared/ui/problemText'

/** The second step of a sign-in that began elsewhere. */
export function CodeForm({ onDone }: { onDone: () => void }) {
  const { t } = useAccountWords()
  const prove = useMutation({
    mutationFn: ({ code }: { code: string }) =>
      api.post('/api/session/proof', { body: { password: null, code: code.trim() } }),
    onSuccess: onDone,
  })
  return (
    <Form<{ code: string }> layout="vertical" requiredMark={false} onFinish={(answers) => prove.mutate(answers)}>
      {prove.isError && <Alert type="error" showIcon title={problemText(prove.error)} style={{ marginBottom: 12 }} />}
      <Form.Item
        name="code"
        label={t('code')}
        extra={t('codeHint')}
        rules={[{ required: true, whitespace: true, message: t('codeNeeded') }]}
      >
        <Input autoComplete="one-time-code" autoFocus spellCheck={false} size="large" />
      </Form.Item>
      <Button type="primary" htmlType="submit" block size="large" loading={prove.isPending}>
        {t('codeGo')}
      </Button>
    </Form>
  )
}
