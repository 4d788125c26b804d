import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Alert, Button, Form, Input, Result } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Entry } from './Entry'
import styles from './session.module.css'
import { api } from '@/shared/api'
import type { Schemas } from '@/shared/contract'
import { asProblem } from '@/shared/problem'
import { setupQuery } from '@/shared/session'
import { problemText } from '@/shared/ui/problemText'

const KINDS = ['SYSTEM', 'SECURITY', 'AUDIT'] as const
const kindAt = (index: number) => KINDS[index] ?? 'SYSTEM'

/** The kinds stand in their order and are not asked for. */
type Answers = Schemas['SetupFirstStart']

/** `administrators[0].password` and `administrators.0.password` both name a field of the form. */
const pathOf = (field: string) =>
  field
    .split(/[.[\]]+/)
    .filter(Boolean)
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part))

function Administrator({ index }: { index: number }) {
  const { t } = useTranslation()
  const kind = kindAt(index)
  const need = (field: string) => [{ required: true, message: t('common.required', { field }) }]
  return (
    <fieldset className={styles.admin}>
      <legend>{t(`session.admin.${kind}`)}</legend>
      <p>{t(`session.adminDuty.${kind}`)}</p>
      <div className={styles.three}>
        <Form.Item
          name={['administrators', index, 'name']}
          label={t('session.realName')}
          rules={need(t('session.realName'))}
        >
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item
          name={['administrators', index, 'username']}
          label={t('session.username')}
          rules={need(t('session.username'))}
        >
          <Input autoComplete="off" autoCapitalize="none" spellCheck={false} />
        </Form.Item>
        <Form.Item
          name={['administrators', index, 'password']}
          label={t('session.password')}
          rules={need(t('session.password'))}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
      </div>
    </fieldset>
  )
}

/** The very first page of a new installation: three people who keep watch on each other. */
export default function SetupPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [form] = Form.useForm<Answers>()
  const [ready, setReady] = useState(false)
  const state = useQuery(setupQuery)
  const setup = useMutation({
    mutationFn: (answers: Answers) =>
      api.post('/api/setup', {
        body: {
          ...answers,
          administrators: answers.administrators.map((one, index) => ({ ...one, kind: kindAt(index) })),
        },
        anonymous: true,
      }),
    onSuccess: () => setReady(true),
    onError: (error) =>
      form.setFields(
        asProblem(error).errors.map(({ field, message }) => ({ name: pathOf(field) as never, errors: [message] })),
      ),
  })
  const toSignIn = () => void navigate({ to: '/sign-in' })
  if (ready || state.data?.needed === false)
    return (
      <Entry title={t('session.setupDone')}>
        <Result
          status={ready ? 'success' : 'info'}
          title={ready ? t('session.setupReady') : t('session.setupNotNeeded')}
          extra={
            <Button type="primary" onClick={toSignIn}>
              {t('session.title')}
            </Button>
          }
        />
      </Entry>
    )
  return (
    <Entry title={t('session.setup')} wide>
      <p>{t('session.setupIntro')}</p>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(answers) => setup.mutate(answers)}>
        {setup.error && asProblem(setup.error).errors.length === 0 && (
          <Alert type="error" showIcon title={problemText(setup.error)} style={{ marginBottom: 16 }} />
        )}
        <Form.Item
          name="code"
          label={t('session.code')}
          extra={t('session.codeHint')}
          rules={[{ required: true, message: t('common.required', { field: t('session.code') }) }]}
        >
          <Input autoComplete="one-time-code" spellCheck={false} style={{ maxWidth: 280 }} />
        </Form.Item>
        <Form.Item name="organisation" label={t('session.organisation')}>
          <Input maxLength={100} placeholder={t('session.organisationDefault')} style={{ maxWidth: 280 }} />
        </Form.Item>
        {KINDS.map((kind, index) => (
          <Administrator key={kind} index={index} />
        ))}
        <Button type="primary" htmlType="submit" size="large" loading={setup.isPending} style={{ marginTop: 8 }}>
          {t('session.setupSubmit')}
        </Button>
      </Form>
    </Entry>
  )
}
