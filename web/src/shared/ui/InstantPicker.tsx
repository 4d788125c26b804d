import { DatePicker } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'

interface Props {
  /** ISO text, as the API has it. */
  value?: string | null
  onChange?: (instant: string | undefined) => void
  id?: string
  placeholder?: string
  disabledDate?: (day: Dayjs) => boolean
  presets?: { label: string; value: () => Dayjs }[]
}

/** A day and a time. */
export function InstantPicker({ value, onChange, ...rest }: Props) {
  return (
    <DatePicker
      {...rest}
      showTime={{ format: 'HH:mm' }}
      format="YYYY-MM-DD HH:mm"
      value={value ? dayjs(value) : null}
      onChange={(day: Dayjs | null) => onChange?.(day?.toISOString())}
      style={{ width: '100%' }}
    />
  )
}
