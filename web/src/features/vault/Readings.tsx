import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { ListFrame } from '@/features/record/ListFrame'
import { recordPath } from '@/shared/paths'
import { useMe } from '@/shared/session'
import { formatInstant, useNow } from '@/shared/time'
import { PersonName } from '@/shared/ui/people'
import { useSlice } from '@/shared/useSlice'
import type { Reading } from './api'
import styles from './vault.module.css'

interface Props {
  id: string
  onOpen: (reading: Reading) => void
}

/** Who read which version, when and why. What was consented to later is opened from here. */
export function Readings({ id, onOpen }: Props) {
  const { t } = useTranslation()
  const me = useMe()
  const now = useNow()
  const list = useSlice('/api/vault/{id}/reveals', {}, { path: { id }, size: 20 })
  const mine = (reading: Reading) => reading.person.id === me?.id && Date.parse(reading.until) > now
  return (
    <ListFrame list={list} onClear={undefined} empty={<p className={styles.quiet}>{t('vault.noReadings')}</p>}>
      <ul className={`${styles.lines} ${styles.framed}`}>
        {list.rows.map((reading) => (
          <li key={reading.id} className={styles.line}>
            <span>
              <PersonName person={reading.person} />
            </span>
            <span className={styles.text}>{reading.reason}</span>
            <span className={styles.quiet}>
              {formatInstant(reading.at)} · {t('vault.version', { number: reading.number })}
              {!reading.openedAt && ` · ${t('vault.notOpened')}`}
            </span>
            {reading.consent && (
              <span className={styles.quiet}>
                <Link to={recordPath('APPROVAL', reading.consent)}>{reading.consentNumber}</Link>
                {' · '}
                {reading.seconds.length > 0
                  ? t('vault.seconds', { names: reading.seconds.join(t('common.comma')) })
                  : t('vault.noSecond')}
              </span>
            )}
            {mine(reading) && (
              <Button size="small" onClick={() => onOpen(reading)}>
                {t('vault.open')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </ListFrame>
  )
}
