import { useQuery } from '@tanstack/react-query'
import { Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import { calendarsQuery } from '@/shared/calendars'
import styles from './agreement.module.css'

interface Props {
  /** Ids of calendars whose next version this person has begun. */
  drafted: string[]
  chosen: string[]
  onChange: (chosen: string[]) => void
}

/** Versions of calendars that are not published yet, as they lie in the browser. */
export function DraftCalendars({ drafted, chosen, onChange }: Props) {
  const { t } = useTranslation()
  const calendars = useQuery(calendarsQuery).data ?? []
  if (drafted.length === 0) return <p className={styles.quiet}>{t('agreements.backtest.noCalendars')}</p>
  return (
    <Checkbox.Group
      value={chosen}
      onChange={onChange}
      options={drafted.map((id) => ({
        value: id,
        label: calendars.find((calendar) => calendar.id === id)?.name ?? id,
      }))}
    />
  )
}
