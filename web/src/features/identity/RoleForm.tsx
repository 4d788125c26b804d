import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useLabels } from '@/shared/i18n/labels'
import { areaWords, permissionWords } from '@/shared/permissions'
import { type Role, nameOf } from '@/shared/roles'
import { FormDrawer } from '@/shared/ui/FormDrawer'
import { useDebounced } from '@/shared/useDebounced'
import {
  changeRole,
  createRole,
  permissionsQuery,
  previewQuery,
  type Administration,
  type RoleForm as Answers,
} from './api'
import styles from './identity.module.css'

function Preview() {
  const { t } = useTranslation()
  const labels = useLabels()
  const patterns = useDebounced(Form.useWatch<string[] | undefined>('patterns') ?? [])
  const administration = Form.useWatch<Administration | undefined>('administration') ?? 'NONE'
  const told = useQuery(previewQuery(administration, patterns)).data
  const words = (permission: string) => `${areaWords(permission)} · ${permissionWords(permission, labels)}`
  if (!told || patterns.length === 0) return null
  return (
    <>
      {told.inadmissible.length > 0 && (
        <Alert
          type="error"
          showIcon
          title={t('rights.inadmissible', { permissions: told.inadmissible.map(words).join(t('common.comma')) })}
        />
      )}
      {told.unknown.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('rights.unknown', { patterns: told.unknown.join(t('common.comma')) })}
        />
      )}
      <details className={styles.given}>
        <summary>{t('rights.given', { count: told.permissions.length })}</summary>
        {told.permissions.map(words).join(t('common.comma'))}
      </details>
    </>
  )
}

/** Every single permission, every area, and every act in all areas. */
function usePatternOptions() {
  const labels = useLabels()
  const all = useQuery(permissionsQuery).data ?? []
  const areas = [...new Set(all.map((one) => one.split(':')[0] ?? ''))]
  return [
    ...areas.map((area) => ({ value: `${area}:*`, label: `${areaWords(area)} · *` })),
    ...['read', 'export', 'comment', 'note', 'link', 'attach'].map((act) => ({
      value: `*:${act}`,
      label: `* · ${permissionWords(`x:${act}`, labels)}`,
    })),
    ...all.map((one) => ({ value: one, label: `${areaWords(one)} · ${permissionWords(one, labels)}` })),
  ]
}

interface Props {
  /** Absent for a new one. */
  role?: Role | undefined
  onSaved: () => void
  onClose: () => void
}

/** Makes a role, or renames and recombines one, and shows what it will give before it is saved. */
export function RoleForm({ role, onSaved, onClose }: Props) {
  const { t, i18n } = useTranslation()
  const labels = useLabels()
  const queries = useQueryClient()
  const options = usePatternOptions()
  const required = (field: string) => [{ required: true, whitespace: true, message: t('common.required', { field }) }]
  const save = (answers: Answers, key: string) => {
    const words = { ...answers, dutiesZh: answers.dutiesZh ?? '', dutiesEn: answers.dutiesEn ?? '' }
    if (!role) return createRole({ ...words, patterns: answers.patterns ?? [] }, key)
    const { administration: _kept, ...change } = words
    return changeRole(role, { ...change, patterns: answers.patterns ?? role.patterns, active: role.active })
  }
  return (
    <FormDrawer<Answers>
      title={role ? t('rights.editRole', { name: nameOf(role, i18n.language) }) : t('rights.newRole')}
      initial={role ?? { administration: 'NONE', patterns: [] }}
      save={save}
      onSaved={() => {
        void queries.invalidateQueries({ queryKey: ['roles'] })
        onSaved()
      }}
      onClose={onClose}
    >
      <Form.Item name="nameZh" label={t('rights.nameZh')} rules={required(t('rights.nameZh'))}>
        <Input maxLength={60} autoFocus />
      </Form.Item>
      <Form.Item name="nameEn" label={t('rights.nameEn')} rules={required(t('rights.nameEn'))}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="dutiesZh" label={t('rights.dutiesZh')}>
        <Input.TextArea maxLength={2000} autoSize />
      </Form.Item>
      <Form.Item name="dutiesEn" label={t('rights.dutiesEn')}>
        <Input.TextArea maxLength={2000} autoSize />
      </Form.Item>
      <Form.Item name="administration" label={t('rights.kind')} extra={t('rights.kindHint')}>
        <Select disabled={role !== undefined} options={labels.options('Administration')} />
      </Form.Item>
      <Form.Item name="patterns" label={t('rights.patterns')} extra={t('rights.patternsHint')}>
        <Select
          mode="tags"
          disabled={role?.fixed ?? false}
          tokenSeparators={[',', ' ', '，', '、']}
          showSearch={{ optionFilterProp: 'label' }}
          options={options}
        />
      </Form.Item>
      <Preview />
    </FormDrawer>
  )
}
