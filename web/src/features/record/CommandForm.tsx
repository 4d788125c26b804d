import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Form } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { initialValues } from '@/features/record/initialValues'
import { perform, recordQuery, useRefresh, type Wish } from '@/features/record/record'
import { SchemaField } from '@/features/record/SchemaField'
import { StaleNotice } from '@/features/record/StaleNotice'
import { filled, useCommandDraft, type Values } from '@/features/record/useCommandDraft'
import { useLabels } from '@/shared/i18n/labels'
import { asProblem } from '@/shared/problem'
import type { Action, RecordView } from '@/shared/types'
import { problemText } from '@/shared/ui/problemText'
import { useHeld } from '@/shared/useHeld'
import { useIntent } from '@/shared/useIntent'
import styles from './record.module.css'

interface Props {
  view: RecordView
  action: Action
  onDone: () => void
}

/** A form made of the command's schema. */
export function CommandForm({ view, action, onDone }: Props) {
  const { t } = useTranslation()
  const labels = useLabels()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const refresh = useRefresh(view.id)
  const { intend } = useIntent<Wish>()
  const [form] = Form.useForm<Values>()
  const held = useHeld()
  const draft = useCommandDraft(view.id, action, form)
  const fields = Object.entries(action.schema.properties ?? {})
  const required = new Set(action.schema.required ?? [])
  const [seen, setSeen] = useState(view)

  const send = useMutation({
    mutationFn: (values: Values) => {
      const wish = { command: action.command, ...filled(values) }
      return perform(view, wish, seen.version, intend([seen.version, wish], () => wish).key)
    },
    onSuccess: async () => {
      draft.drop()
      onDone()
      await refresh()
      void message.success(t('record.performed', { command: labels.command(action.command) }))
    },
    onError: async (error) => {
      if (held(error)) {
        draft.drop()
        return onDone()
      }
      const problem = asProblem(error)
      form.setFields(problem.errors.map(({ field, message: text }) => ({ name: field, errors: [text] })))
      if (problem.code === 'stale') await queries.invalidateQueries(recordQuery(view.kind, view.id))
    },
  })
  const problem = send.error ? asProblem(send.error) : null
  const changed = view.version !== seen.version
  const discard = () => {
    draft.drop()
    form.setFieldsValue({
      ...Object.fromEntries(fields.map(([name]) => [name, undefined])),
      ...initialValues(view, action),
    })
  }
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      requiredMark={(label, { required: must }) =>
        must ? (
          label
        ) : (
          <span>
            {label} <small>({t('common.optional')})</small>
          </span>
        )
      }
      initialValues={{ ...initialValues(view, action), ...draft.values }}
      onValuesChange={draft.keep}
      onFinish={(values) => send.mutate(values)}
      scrollToFirstError
    >
      {draft.restored && (
        <Alert
          type="info"
          showIcon
          title={t('record.draftKept')}
          action={
            <Button size="small" onClick={discard}>
              {t('record.discard')}
            </Button>
          }
          style={{ marginBottom: 12 }}
        />
      )}
      {changed && <StaleNotice before={seen} after={view} onContinue={() => setSeen(view)} />}
      {problem && problem.code !== 'stale' && problem.status !== 401 && (
        <Alert
          type="error"
          showIcon
          title={problem.status === 0 ? t('common.error.offlineSave') : problemText(problem)}
          description={problem.status === 0 ? undefined : t('common.error.nothingSaved')}
          style={{ marginBottom: 12 }}
        />
      )}
      {fields.map(([name, field]) => (
        <SchemaField
          key={name}
          name={name}
          field={field}
          required={required.has(name)}
          view={view}
          command={action.command}
        />
      ))}
      <div className={styles.submit}>
        <Button type="primary" htmlType="submit" loading={send.isPending} disabled={changed}>
          {send.isPending ? t('record.submitting') : labels.command(action.command)}
        </Button>
        <Button onClick={onDone}>{t('common.cancel')}</Button>
      </div>
    </Form>
  )
}
