import { MinusOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, InputNumber, Space } from 'antd'
import { useTranslation } from 'react-i18next'

interface Props {
  value?: number
  onChange?: (minutes: number | undefined) => void
  id?: string
}

/** One press of the thumb. */
const STEP = 15

/** Hours and minutes, kept as minutes; a quarter of an hour more or less with one press. */
export function DurationInput({ value, onChange, id }: Props) {
  const { t } = useTranslation()
  const hours = value === undefined ? null : Math.floor(value / 60)
  const minutes = value === undefined ? null : value % 60
  const put = (nextHours: number | null, nextMinutes: number | null) =>
    onChange?.(nextHours === null && nextMinutes === null ? undefined : (nextHours ?? 0) * 60 + (nextMinutes ?? 0))
  const step = (by: number) => onChange?.(Math.max(0, Math.floor(((value ?? 0) + by) / STEP) * STEP))
  return (
    <Space wrap>
      <InputNumber
        {...(id && { id })}
        min={0}
        max={9999}
        precision={0}
        value={hours}
        onChange={(next) => put(next, minutes)}
        suffix={t('common.unit.hours')}
        aria-label={t('common.unit.hours')}
        style={{ width: 104 }}
      />
      <InputNumber
        min={0}
        max={59}
        precision={0}
        value={minutes}
        onChange={(next) => put(hours, next)}
        suffix={t('common.unit.minutes')}
        aria-label={t('common.unit.minutes')}
        style={{ width: 104 }}
      />
      <Space.Compact>
        <Button
          icon={<MinusOutlined aria-hidden />}
          aria-label={t('common.unit.less', { count: STEP })}
          disabled={!value}
          onClick={() => step(-1)}
        />
        <Button
          icon={<PlusOutlined aria-hidden />}
          aria-label={t('common.unit.more', { count: STEP })}
          onClick={() => step(STEP)}
        />
      </Space.Compact>
    </Space>
  )
}
