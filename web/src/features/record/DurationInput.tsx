import { InputNumber, Space } from 'antd'
import { useTranslation } from 'react-i18next'

interface Props {
  value?: number
  onChange?: (minutes: number | undefined) => void
  id?: string
}

/** Hours and minutes, kept as minutes. */
export function DurationInput({ value, onChange, id }: Props) {
  const { t } = useTranslation()
  const hours = value === undefined ? null : Math.floor(value / 60)
  const minutes = value === undefined ? null : value % 60
  const put = (nextHours: number | null, nextMinutes: number | null) =>
    onChange?.(nextHours === null && nextMinutes === null ? undefined : (nextHours ?? 0) * 60 + (nextMinutes ?? 0))
  return (
    <Space>
      <InputNumber
        {...(id && { id })}
        min={0}
        max={9999}
        precision={0}
        value={hours}
        onChange={(next) => put(next, minutes)}
        suffix={t('common.unit.hours')}
        aria-label={t('common.unit.hours')}
        style={{ width: 120 }}
      />
      <InputNumber
        min={0}
        max={59}
        precision={0}
        value={minutes}
        onChange={(next) => put(hours, next)}
        suffix={t('common.unit.minutes')}
        aria-label={t('common.unit.minutes')}
        style={{ width: 120 }}
      />
    </Space>
  )
}
