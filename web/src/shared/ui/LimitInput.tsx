import { InputNumber, Select, Space } from 'antd'
import { useState } from 'react'
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

/** Two and a half hours stay hours while somebody types them. */
function inUnit(chosen: Unit | undefined, limit: string | undefined): { unit: Unit; count: number } {
  const { unit, count } = read(limit)
  return chosen === 'hours' && unit === 'minutes' ? { unit: chosen, count: count / 60 } : { unit, count }
}

const written: Record<Unit, (count: number) => string> = {
  hours: (count) => (Number.isInteger(count) ? `PT${count}H` : `PT${Math.round(count * 60)}M`),
  minutes: (count) => `PT${Math.round(count)}M`,
  days: (count) => `P${Math.max(1, Math.round(count))}D`,
  end: () => 'EOD',
}

/** What the server takes: a thousand days. */
const MOST: Record<Unit, number> = { hours: 24_000, minutes: 60_000, days: 1000, end: 1 }

/** A time limit as the rules state it. */
export function LimitInput({ value, onChange, id, ...given }: Props) {
  const { t } = useTranslation()
  const [chosen, choose] = useState<Unit>()
  const { unit, count } = inUnit(chosen, value)
  const label = given['aria-label'] ?? t('agreements.limit')
  return (
    <Space.Compact>
      {unit !== 'end' && (
        <InputNumber
          {...(id && { id })}
          min={unit === 'hours' ? 0.25 : 1}
          max={MOST[unit]}
          {...(unit !== 'hours' && { precision: 0 })}
          value={count}
          onChange={(next) => {
            choose(unit)
            if (next) onChange?.(written[unit](next))
          }}
          aria-label={label}
          style={{ width: 72 }}
        />
      )}
      <Select<Unit>
        value={unit}
        onChange={(next) => {
          choose(next)
          onChange?.(written[next](count))
        }}
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
