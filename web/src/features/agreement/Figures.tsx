import { useQuery } from '@tanstack/react-query'
import { Button, Select, Space } from 'antd'
import { useTranslation } from 'react-i18next'
import { api } from '@/shared/api'
import { lookUp } from '@/shared/i18n/labels'
import { LimitInput } from '@/shared/ui/LimitInput'
import { isLimit } from './backtest'

interface Props {
  /** Whose limits can be tried. */
  clock: string
  /** By the key of their setting. */
  figures: Record<string, string>
  onChange: (figures: Record<string, string>) => void
}

const nameOf = (key: string): string => lookUp(`setting.${key}`) ?? key

/** Limits of the rules that are to be tried. */
export function Figures({ clock, figures, onChange }: Props) {
  const { t } = useTranslation()
  const settings = useQuery({ queryKey: ['settings'], queryFn: ({ signal }) => api.get('/api/settings', { signal }) })
  const known = (settings.data ?? []).filter(({ key }) => isLimit(key, clock))
  return (
    <Space direction="vertical">
      {Object.entries(figures).map(([key, limit]) => (
        <Space key={key} wrap>
          <span>{nameOf(key)}</span>
          <LimitInput
            aria-label={nameOf(key)}
            value={limit}
            onChange={(next) => onChange({ ...figures, [key]: next })}
          />
          <Button
            size="small"
            type="link"
            danger
            onClick={() => onChange(Object.fromEntries(Object.entries(figures).filter(([one]) => one !== key)))}
          >
            {t('common.delete')}
          </Button>
        </Space>
      ))}
      <Select
        value={null}
        placeholder={t('agreements.backtest.addFigure')}
        aria-label={t('agreements.backtest.addFigure')}
        showSearch={{ optionFilterProp: 'label' }}
        style={{ width: 280 }}
        options={known.filter(({ key }) => !(key in figures)).map(({ key }) => ({ value: key, label: nameOf(key) }))}
        onChange={(key: string | null) => {
          const setting = known.find((one) => one.key === key)
          if (setting) onChange({ ...figures, [setting.key]: String(setting.value) })
        }}
      />
    </Space>
  )
}
