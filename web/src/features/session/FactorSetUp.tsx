import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { api } from '@/shared/api'
import { useAccountWords } from '@/shared/i18n/account'
import { problemText } from '@/shared/ui/problemText'
import styles from './account.module.css'
import { RecoveryCodes } from './RecoveryCodes'

/** From the first picture to the recovery codes. */
export function FactorSetUp({ onDone }: { onDone: () => void }) {
  const { t } = useAccountWords()
  const [codes, setCodes] = useState<string[]>()
  const offer = useMutation({ mutationFn: () => api.post('/api/me/second-factor') })
  const confirm = useMutation({
    mutationFn: ({ code }: { code: string }) => api.put('/api/me/second-factor', { body: { code: code.trim() } }),
    onSuccess: (answer) => setCodes(answer.codes),
  })
  if (codes) return <RecoveryCodes codes={codes} onKept={onDone} />
  const failure = offer.error ?? confirm.error
  return (
    <>
      <p className={styles.hint}>{t('factorIntro')}</p>
      {failure && <Alert type="error" showIcon title={problemText(failure)} style={{ marginBottom: 12 }} />}
      {!offer.data ? (
        <Button type="primary" loading={offer.isPending} onClick={() => offer.mutate()}>
          {t('factorStart')}
        </Button>
      ) : (
        <Form<{ code: string }>
          layout="vertical"
          requiredMark={false}
          className={styles.factor}
          onFinish={(answers) => confirm.mutate(answers)}
        >
          <p>{t('factorScan')}</p>
          <img
            className={styles.picture}
            src={`data:image/svg+xml,${encodeURIComponent(offer.data.picture)}`}
            alt={t('factorPicture')}
          />
          <p>
            <code className={styles.secret}>{offer.data.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
          </p>
          <Form.Item name="code" label={t('factorCode')} rules={[{ required: true, message: t('codeNeeded') }]}>
            <Input inputMode="numeric" autoComplete="one-time-code" maxLength={7} autoFocus />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={confirm.isPending}>
            {t('factorConfirm')}
          </Button>
        </Form>
      )}
    </>
  )
}
