import { DatePicker } from 'antd'
import dayjs from 'dayjs'

interface Props {
  label: string
  /** Instants: the first one inside and the first one after. */
  from: string | undefined
  to: string | undefined
  onChange: (from: string | undefined, to: string | undefined) => void
}

/** From one day to another, both included; either may be open. */
export function DayRange({ label, from, to, onChange }: Props) {
  return (
    <DatePicker.RangePicker
      aria-label={label}
      allowEmpty
      value={[from ? dayjs(from) : null, to ? dayjs(to).subtract(1, 'millisecond') : null]}
      onChange={(days) =>
        onChange(days?.[0]?.startOf('day').toISOString(), days?.[1]?.add(1, 'day').startOf('day').toISOString())
      }
    />
  )
}
