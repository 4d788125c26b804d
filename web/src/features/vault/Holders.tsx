import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLabels } from '@/shared/i18n/labels'
import { formatDay, formatInstant } from '@/shared/time'
import { Loaded } from '@/shared/ui/Loaded'
import { type Holder, holdersQuery } from './api'
import styles from './vault.module.css'

function Line({ holder }: { holder: Holder }) {
  const { t } = useTranslation()
  const labels = useLabels()
  const ways = holder.via.map(({ role, over, until }) =>
    until
      ? t('vault.viaUntil', { role: labels.value('Role', role), over, until: formatDay(until) })
      : t('vault.via', { role: labels.value('Role', role), over }),
  )
  if (holder.custodian) ways.unshift(t('vault.custodian'))
  return (
    <li className={styles.line}>
      <span>
        <b>{holder.name}</b> <span className={styles.quiet}>{holder.unit}</span>
      </span>
      <span className={styles.quiet}>
        {holder.mayRead ? ways.join(t('common.comma')) : <span className={styles.late}>{t('vault.mayNot')}</span>}
      </span>
      <span className={styles.quiet}>
        {holder.knowsSince ? t('vault.knows', { since: formatInstant(holder.knowsSince) }) : t('vault.knowsNot')}
      </span>
    </li>
  )
}

/** Who may read a password now and by which grant, and who knows it. */
export function Holders({ id }: { id: string }) {
  const { t } = useTranslation()
  const holders = useQuery(holdersQuery(id))
  return (
    <Loaded query={holders}>
      {(all) =>
        all.length === 0 ? (
          <p className={styles.quiet}>{t('vault.noHolders')}</p>
        ) : (
          <ul className={styles.lines}>
            {all.map((holder) => (
              <Line key={holder.id} holder={holder} />
            ))}
          </ul>
        )
      }
    </Loaded>
  )
}
