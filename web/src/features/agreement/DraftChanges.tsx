import { Select } from 'antd'
import { useLabels } from '@/shared/i18n/labels'
import styles from './agreement.module.css'
import type { Change, Effect } from './changes'

interface Props {
  effects: Record<string, Effect>
  onChange: (effects: Record<string, Effect>) => void
}

/** What a change of the record would do to its limits. */
export function DraftChanges({ effects, onChange }: Props) {
  const labels = useLabels()
  return (
    <dl className={styles.facts}>
      {labels.options('ClockChange').map(({ value, label }) => (
        <div key={value}>
          <dt>{label}</dt>
          <dd>
            <Select<Effect>
              aria-label={label}
              value={effects[value] ?? 'CONTINUE'}
              options={labels.options('ChangeEffect').map((option) => ({ ...option, value: option.value as Effect }))}
              onChange={(effect) => onChange({ ...effects, [value as Change]: effect })}
              style={{ minWidth: 240 }}
            />
          </dd>
        </div>
      ))}
    </dl>
  )
}
