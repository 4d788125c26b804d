import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { api } from '@/shared/api'
import { useLabels } from '@/shared/i18n/labels'
import { ErrorState } from '@/shared/ui/ErrorState'
import { PersonName } from '@/shared/ui/people'
import { RelativeTime } from '@/shared/ui/RelativeTime'
import styles from './record.module.css'

/** Who was told of this record, how, and if not, why not. */
export function SendLog({ record }: { record: string }) {
  const { t } = useTranslation()
  const labels = useLabels()
  const sent = useQuery({
    queryKey: ['timeline', record, 'sent'],
    queryFn: () => api.get('/api/records/{id}/notices', { path: { id: record } }),
  })
  if (sent.isError) return <ErrorState problem={sent.error} onRetry={() => void sent.refetch()} />
  if (sent.isPending) return <Skeleton active title={false} />
  return (
    <>
      <h3 className={styles.sub}>{t('record.sendLog')}</h3>
      {sent.data.length === 0 && <p className={styles.quiet}>{t('record.sendLogEmpty')}</p>}
      <ul className={styles.rows}>
        {sent.data.map((one) => (
          <li key={`${one.at} ${one.to.id} ${one.channel} ${one.state}`} className={styles.row}>
            <span>
              <PersonName person={one.to} />
              <br />
              <span className={styles.quiet}>
                {[
                  labels.value('NoticeChannel', one.channel),
                  labels.value('NoticeState', one.state),
                  labels.value('NoticeReason', one.reason),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
            <span className={styles.quiet}>
              <RelativeTime at={one.at} />
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
