import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useLabels } from '@/shared/i18n/labels'
import { areaWords, permissionWords } from '@/shared/permissions'
import { permissionsQuery } from './api'

interface Props {
  value?: string | undefined
  onChange: (permission: string | undefined) => void
}

/** One of all permissions there are, by its words. */
export function PermissionPicker({ value, onChange }: Props) {
  const { t } = useTranslation()
  const labels = useLabels()
  const all = useQuery(permissionsQuery)
  return (
    <Select
      aria-label={t('rights.permission')}
      placeholder={t('rights.permission')}
      value={value ?? null}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      loading={all.isPending}
      options={(all.data ?? []).map((one) => ({
        value: one,
        label: `${areaWords(one)} · ${permissionWords(one, labels)}`,
      }))}
      onChange={(one: string | null) => onChange(one ?? undefined)}
      style={{ width: '100%' }}
    />
  )
}
