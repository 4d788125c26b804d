import { useMutation, useQuery } from '@tanstack/react-query'
import { Alert, Button, Form, Input, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { api } from '@/shared/api'
import { useAccountWords } from '@/shared/i18n/account'
import { asProblem } from '@/shared/problem'
import { problemText } from '@/shared/ui/problemText'
import { accountQuery } from './account'
import styles from './account.module.css'
import { issuerPath } from './Issuers'

interface Answers {
  password?: string
  code?: string
}

/** Asks who is there before something that matters is done; what was begun then goes on by itself. */
export default function ProofDialog({ onAnswer }: { onAnswer: (proved: boolean) => void }) {
  const { t } = useAccountWords()
  const { t: common } = useTranslation()
  const [form] = Form.useForm<Answers>()
  const account = useQuery(accountQuery)
  const prove = useMutation({
    mutationFn: ({ password, code }: Answers) =>
      api.post('/api/session/proof', { body: { password: password ?? null, code: code?.trim() ?? null } }),
    onSuccess: () => onAnswer(true),
    onError: (error) =>
      form.setFields(
        asProblem(error).errors.map(({ field, message }) => ({ name: field as keyof Answers, errors: [message] })),
      ),
  })
  const elsewhere = account.data?.elsewhere
  const issuer = elsewhere?.kind === 'OIDC' ? elsewhere : undefined
  const hasPassword = account.data?.passwordChangedAt !== null || elsewhere?.kind === 'LDAP'
  const asksHere = hasPassword || !issuer
  const general = prove.error && asProblem(prove.error).errors.length === 0
  return (
    <Modal open title={t('prove')} onCancel={() => onAnswer(false)} footer={null} width={380} zIndex={1500}>
      <p>{t('proveHint')}</p>
      <Form<Answers> form={form} layout="vertical" requiredMark={false} onFinish={(answers) => prove.mutate(answers)}>
        {general && <Alert type="error" showIcon title={problemText(prove.error)} style={{ marginBottom: 12 }} />}
        {issuer && (
          <p>
            <Button href={issuerPath(issuer.source, window.location.pathname + window.location.search, true)}>
              {common('session.signInWith', { name: issuer.sourceName })}
            </Button>
            <span className={styles.hint}> {t('proveElsewhere')}</span>
          </p>
        )}
        {hasPassword && (
          <Form.Item
            name="password"
            label={t('password')}
            rules={[{ required: true, message: common('session.needPassword') }]}
          >
            <Input.Password autoComplete="current-password" autoFocus />
          </Form.Item>
        )}
        {asksHere && account.data?.secondFactorSince && (
          <Form.Item
            name="code"
            label={t('code')}
            extra={t('codeHint')}
            rules={[{ required: true, message: t('codeNeeded') }]}
          >
            <Input autoComplete="one-time-code" spellCheck={false} />
          </Form.Item>
        )}
        {asksHere && (
          <Button type="primary" htmlType="submit" loading={prove.isPending} disabled={account.isPending}>
            {t('proveGo')}
          </Button>
        )}
      </Form>
    </Modal>
  )
}
