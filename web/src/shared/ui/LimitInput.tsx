import { InputNumber, Select, Space } from 'antd'
import { useTranslation } from 'react-i18next'
import { durationMinutes } from '@/shared/settings'

type Unit = 'hours' | 'minutes' | 'days' | 'end'

interface Props {
  value?: string | undefined
  onChange?: (limit: string) => void
  id?: string
  'aria-label'?: string
}

/** `PT90M` is ninety minutes, `PT4H` four hours, `P2D` two working days, `EOD` the end of the same day. */
function read(limit: string | undefined): { unit: Unit; count: number } {
  if (limit === 'EOD') return { unit: 'end', count: 1 }
  const days = /^P(\d+)D$/.exec(limit ?? '')
  if (days) return { unit: 'days', count: Number(days[1]) }
  const minutes = durationMinutes(limit) ?? 60
  return minutes % 60 === 0 ? { unit: 'hours', count: minutes / 60 } : { unit: 'minutes', count: minutes }
}

const written: Record<Unit, (count: number) => string> = {
  hours: (count) => `PT${count}H`,
  minutes: (count) => `PT${count}M`,
  days: (count) => `P${count}D`,
  end: () => 'EOD',
}

/** A time limit as the rules state it. */
export function LimitInput({ value, onChange, id, ...given }: Props) {
  const { t } = useTranslation()
  const { unit, count } = read(value)
  const label = given['aria-label'] ?? t('agreements.limit')
  return (
    <Space.Compact>
      {unit !== 'end' && (
        <InputNumber
          {...(id && { id })}
          min={1}
          max={unit === 'days' ? 999 : 9999}
          precision={0}
          value={count}
          onChange={(next) => next && onChange?.(written[unit](next))}
          aria-label={label}
          style={{ width: 72 }}
        />
      )}
      <Select<Unit>
        value={unit}
        onChange={(next) => onChange?.(written[next](count))}
        aria-label={`${label} ${t('common.unit.of')}`}
        options={(['minutes', 'hours', 'days', 'end'] as const).map((each) => ({
          value: each,
          label: t(`common.limitUnit.${each}`),
        }))}
        style={{ width: 108 }}
      />
    </Space.Compact>
  )
}
