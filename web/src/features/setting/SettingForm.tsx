import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input, InputNumber, Radio, Select, Space } from 'antd'
import { useTranslation } from 'react-i18next'
import { DurationInput } from '@/features/record/DurationInput'
import { asProblem } from '@/shared/problem'
import { changeSetting, durationMinutes } from '@/shared/settings'
import { InstantPicker } from '@/shared/ui/InstantPicker'
import { LimitInput } from '@/shared/ui/LimitInput'
import { SaveFailure } from '@/shared/ui/SaveFailure'
import { useHeld } from '@/shared/useHeld'
import type { Setting } from './api'
import type { ScopeKind } from '@/shared/settings'
import { CalendarInput } from './CalendarInput'
import styles from './setting.module.css'
import { termWords } from './words'

interface Fields {
  value: unknown
  effectiveFrom?: string | null
  reason: string
}

interface Props {
  setting: Setting
  kind: ScopeKind
  scope: string | undefined
  onClose: () => void
}

const isPlainDuration = (setting: Setting): boolean =>
  setting.type === 'DURATION' && Number.isInteger(durationMinutes(setting.value))

/** As the form holds it: durations in minutes, tables as text. */
const toField = (setting: Setting): unknown =>
  isPlainDuration(setting)
    ? durationMinutes(setting.value)
    : setting.type === 'TABLE'
      ? JSON.stringify(setting.value, null, 2)
      : setting.value

function fromField(setting: Setting, value: unknown): unknown {
  if (isPlainDuration(setting) && typeof value === 'number') return `PT${value}M`
  return setting.type === 'TABLE' ? (JSON.parse(String(value)) as unknown) : value
}

function Control({ setting, ...given }: { setting: Setting; value?: unknown; onChange?: (value: unknown) => void }) {
  const { t } = useTranslation()
  const field = given as never
  if (isPlainDuration(setting)) return <DurationInput {...(field as object)} />
  if (setting.type === 'CALENDAR') return <CalendarInput {...(field as object)} none={setting.default === ''} />
  if (setting.type === 'LIMIT') return <LimitInput {...(field as object)} />
  if (setting.type === 'INTEGER') return <InputNumber {...(field as object)} min={0} precision={0} />
  if (setting.type === 'CHOICE')
    return (
      <Select {...(field as object)} options={setting.choices.map((value) => ({ value, label: termWords(value) }))} />
    )
  if (setting.type === 'BOOLEAN')
    return (
      <Radio.Group
        {...(field as object)}
        optionType="button"
        options={[
          { value: true, label: t('common.yes') },
          { value: false, label: t('common.no') },
        ]}
      />
    )
  if (setting.type === 'TABLE')
    return (
      <Input.TextArea {...(field as object)} className={styles.code ?? ''} autoSize={{ minRows: 6, maxRows: 20 }} />
    )
  return <Input {...(field as object)} />
}

/** A new value for the scope that is looked at, from now on or later, and why. */
export function SettingForm({ setting, kind, scope, onClose }: Props) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const held = useHeld()
  const [form] = Form.useForm<Fields>()
  const done = () => {
    void queries.invalidateQueries({ queryKey: ['settings'] })
    onClose()
  }
  const save = useMutation({
    mutationFn: ({ value, effectiveFrom, reason }: Fields) =>
      changeSetting(setting.key, {
        scopeKind: kind,
        scopeId: scope ?? null,
        value: value === undefined ? null : (fromField(setting, value) as never),
        effectiveFrom: effectiveFrom ?? null,
        reason,
      }),
    onSuccess: () => {
      void message.success(t('common.saved'))
      done()
    },
    onError: (error) => {
      if (held(error)) return done()
      form.setFields(
        asProblem(error).errors.map((one) => ({
          name: (one.field.startsWith('value') ? 'value' : one.field) as keyof Fields,
          errors: [one.message],
        })),
      )
    },
  })
  const readable = (_: unknown, value: unknown) => {
    try {
      fromField(setting, value)
      return Promise.resolve()
    } catch {
      return Promise.reject(new Error(t('settings.noTable')))
    }
  }
  const backToInherited = async () => {
    const { reason } = await form.validateFields(['reason'])
    save.mutate({ value: undefined, reason: reason as string })
  }
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      requiredMark={false}
      className={styles.form ?? ''}
      initialValues={{ value: toField(setting) }}
      onFinish={(fields) => save.mutate(fields)}
    >
      <Form.Item
        name="value"
        label={t('settings.newValue')}
        rules={[
          { required: setting.default !== '', message: t('common.required', { field: t('settings.newValue') }) },
          { validator: readable },
        ]}
      >
        <Control setting={setting} />
      </Form.Item>
      <Form.Item name="effectiveFrom" label={t('settings.effectiveFrom')} extra={t('settings.effectiveHint')}>
        <InstantPicker />
      </Form.Item>
      <Form.Item
        name="reason"
        label={t('settings.reason')}
        rules={[{ required: true, whitespace: true, message: t('common.required', { field: t('settings.reason') }) }]}
      >
        <Input.TextArea maxLength={500} autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
      {save.error && asProblem(save.error).errors.length === 0 && <SaveFailure error={save.error} />}
      <Space wrap>
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {save.isPending ? t('common.saving') : t('common.save')}
        </Button>
        <Button onClick={() => void backToInherited()} disabled={save.isPending}>
          {t(kind === 'GLOBAL' ? 'settings.toDefault' : 'settings.toInherited')}
        </Button>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
      </Space>
    </Form>
  )
}
