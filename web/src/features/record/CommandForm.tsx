import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Form } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dropDraft, keepDraft, readDraft } from '@/features/record/draft'
import { initialValues } from '@/features/record/initialValues'
import { perform, recordQuery, useRefresh, type Wish } from '@/features/record/record'
import { refName } from '@/features/record/refs'
import { SchemaField } from '@/features/record/SchemaField'
import { StaleNotice } from '@/features/record/StaleNotice'
import { useLabels } from '@/shared/i18n/labels'
import { asProblem } from '@/shared/problem'
import { useMe } from '@/shared/session'
import type { Action, RecordView } from '@/shared/types'
import { problemText } from '@/shared/ui/problemText'
import { useIntent } from '@/shared/useIntent'
import styles from './record.module.css'

type Values = Record<string, unknown>

interface Props {
  view: RecordView
  action: Action
  onDone: () => void
}

const filled = (values: Values): Values =>
  Object.fromEntries(
    Object.entries(values)
      .map(([name, value]) => [name, typeof value === 'string' ? value.trim() : value])
      .filter(([, value]) => value !== undefined && value !== null && value !== ''),
  )

/** A form made of the command's schema. What is typed outlives a reload, a lost line and an expired sign-in. */
export function CommandForm({ view, action, onDone }: Props) {
  const { t } = useTranslation()
  const labels = useLabels()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const owner = useMe()?.id ?? ''
  const refresh = useRefresh(view.id)
  const { intend } = useIntent<Wish>()
  const [form] = Form.useForm<Values>()
  const scope = `${view.id}.${action.command}`
  const fields = Object.entries(action.schema.properties ?? {})
  const required = new Set(action.schema.required ?? [])
  const [draft] = useState(() => readDraft(owner, scope))
  const [seen, setSeen] = useState(view)
  const [restored, setRestored] = useState(draft !== null)

  useEffect(() => {
    for (const [name, field] of Object.entries(action.schema.properties ?? {})) {
      const id = draft?.values[name]
      const known = typeof id === 'string' ? draft?.names[id] : undefined
      if (field['x-ref'] && typeof id === 'string' && known) queries.setQueryData(refName(field['x-ref'], id), known)
    }
  }, [draft, action.schema.properties, queries])

  const keep = () => {
    const values = filled(form.getFieldsValue())
    const names: Record<string, string> = {}
    for (const [name, field] of fields) {
      const id = values[name]
      const known =
        field['x-ref'] && typeof id === 'string' && queries.getQueryData<string>(refName(field['x-ref'], id))
      if (known) names[id as string] = known
    }
    keepDraft(owner, scope, { values, names })
  }
  const send = useMutation({
    mutationFn: (values: Values) => {
      const wish = { command: action.command, ...filled(values) }
      return perform(view, wish, seen.version, intend([seen.version, wish], () => wish).key)
    },
    onSuccess: async () => {
      dropDraft(owner, scope)
      onDone()
      await refresh()
      void message.success(t('record.performed', { command: labels.command(action.command) }))
    },
    onError: async (error) => {
      const problem = asProblem(error)
      form.setFields(problem.errors.map(({ field, message: text }) => ({ name: field, errors: [text] })))
      if (problem.code === 'stale') await queries.invalidateQueries(recordQuery(view.kind, view.id))
    },
  })
  const problem = send.error ? asProblem(send.error) : null
  const changed = view.version !== seen.version
  const discard = () => {
    dropDraft(owner, scope)
    setRestored(false)
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
      initialValues={{ ...initialValues(view, action), ...draft?.values }}
      onValuesChange={keep}
      onFinish={(values) => send.mutate(values)}
      scrollToFirstError
    >
      {restored && (
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
