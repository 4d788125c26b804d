import { Select } from 'antd'
import { Fragment } from 'react'
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
    <div className={styles.effects}>
      {labels.options('ClockChange').map(({ value, label }) => (
        <Fragment key={value}>
          <span>{label}</span>
          <Select<Effect>
            aria-label={label}
            value={effects[value] ?? 'CONTINUE'}
            options={labels.options('ChangeEffect').map((option) => ({ ...option, value: option.value as Effect }))}
            onChange={(effect) => onChange({ ...effects, [value as Change]: effect })}
          />
        </Fragment>
      ))}
    </div>
  )
}
