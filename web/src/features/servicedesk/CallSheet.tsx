import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Form, Popconfirm } from 'antd'
import { type KeyboardEvent, useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { refName } from '@/features/record/refs'
import { asProblem } from '@/shared/problem'
import { durationWords, useNow } from '@/shared/time'
import { PageHeader } from '@/shared/ui/PageHeader'
import { SaveFailure } from '@/shared/ui/SaveFailure'
import type { Draft } from '@/shared/useDraft'
import { useIntent } from '@/shared/useIntent'
import { addComment, openAtDesk, type DeskContact, type Known } from './api'
import { asIncident, isCall, minutesSince, type CallForm, type FullCall } from './call'
import { CallerField } from './CallerField'
import { IntakeFields } from './IntakeFields'
import styles from './intake.module.css'
import type { Outcome } from './SavedCall'
import { SideLists } from './SideLists'

interface Props {
  draft: Draft<CallForm>
  onSaved: (outcome: Outcome) => void
  onClean: () => void
}

function Duration({ since }: { since: string }) {
  const { t } = useTranslation()
  const now = useNow()
  return (
    <span className={styles.hint}>{t('intake.callFor', { duration: durationWords(minutesSince(since, now)) })}</span>
  )
}

/** The form of one call with what is known beside it. */
export function CallSheet({ draft, onSaved, onClean }: Props) {
  const { t } = useTranslation()
  const [fields] = Form.useForm<CallForm>()
  const form = draft.value
  const { intend } = useIntent<DeskContact>()
  const queries = useQueryClient()
  // Names go into the draft too, so that a reload shows words and not ids.
  const namesOf = (part: Partial<CallForm>): Partial<CallForm> => ({
    ...(part.system && { systemName: queries.getQueryData<string>(refName('system', part.system)) }),
    ...(part.unit && { unitName: queries.getQueryData<string>(refName('unit', part.unit)) }),
  })
  const change = useCallback(
    (part: Partial<CallForm>) => {
      draft.set({ startedAt: form.startedAt ?? new Date().toISOString(), ...part })
      fields.setFieldsValue(part)
    },
    [draft, fields, form.startedAt],
  )
  const save = useMutation({
    mutationFn: () => {
      const { body, key } = intend(form, () => asIncident(form as FullCall, t('intake.outcomeDefault'), Date.now()))
      return openAtDesk(body, key)
    },
    onSuccess: (ack) => onSaved({ id: ack.id, number: ack.number, title: ack.title, added: false }),
    onError: (error) => fields.setFields(fieldErrors(error)),
  })
  const add = useMutation({
    mutationFn: (to: Known) => {
      const who = form.requesterName ?? [form.callerName, form.callerPhone].filter(Boolean).join(' ')
      return addComment(to.id, t('intake.addedComment', { who, text: form.description?.trim() ?? '' }))
    },
    onSuccess: (_, to) => onSaved({ id: to.id, number: to.number, title: to.title, added: true }),
  })
  const addTo = (to: Known) => {
    if (form.description?.trim()) add.mutate(to)
    else fields.setFields([{ name: 'description', errors: [t('intake.noDescription')] }])
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    fields.submit()
  }
  return (
    <div className={styles.page}>
      <PageHeader
        title={t('intake.title')}
        subtitle={form.startedAt && isCall(form.channel) ? <Duration since={form.startedAt} /> : undefined}
        actions={
          form.startedAt && (
            <Popconfirm title={t('intake.discardSure')} okText={t('intake.discard')} onConfirm={onClean}>
              <Button>{t('intake.discard')}</Button>
            </Popconfirm>
          )
        }
      />
      {draft.restored && (
        <Alert type="info" showIcon closable title={t('intake.restored')} className={styles.alert ?? ''} />
      )}
      <div className={styles.columns}>
        {/* Ctrl+Enter anywhere in the form saves. */}
        {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
        <div onKeyDown={onKeyDown}>
          <Form
            form={fields}
            layout="vertical"
            initialValues={form}
            requiredMark={false}
            scrollToFirstError={{ block: 'center', focus: true }}
            onValuesChange={(part: Partial<CallForm>) => {
              const begun = { startedAt: form.startedAt ?? new Date().toISOString() }
              draft.set({ ...begun, ...part, ...namesOf(part) })
            }}
            onFinish={() => save.mutate()}
          >
            <CallerField form={form} onChange={change} />
            <IntakeFields form={form} />
            <SaveFailure
              error={save.error ?? add.error}
              refused={(reason) => t('intake.unsaved', { reason })}
              className={styles.alert}
            />
            <div className={styles.save}>
              <Button type="primary" size="large" htmlType="submit" loading={save.isPending}>
                {save.isPending ? t('common.saving') : t('intake.save')}
              </Button>
              <span className={styles.hint}>{t('intake.saveKeys')}</span>
            </div>
          </Form>
        </div>
        <SideLists form={form} onAdd={addTo} adding={add.isPending} />
      </div>
    </div>
  )
}

function fieldErrors(error: unknown): { name: keyof CallForm; errors: string[] }[] {
  const own: Record<string, keyof CallForm> = { 'caller.name': 'callerName', 'caller.phone': 'callerPhone' }
  return asProblem(error).errors.map(({ field, message }) => ({
    name: own[field] ?? (field as keyof CallForm),
    errors: [message],
  }))
}
