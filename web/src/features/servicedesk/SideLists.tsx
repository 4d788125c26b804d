import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Popconfirm } from 'antd'
import { useTranslation } from 'react-i18next'
import { problemText } from '@/shared/ui/problemText'
import { RelativeTime } from '@/shared/ui/RelativeTime'
import { StateTag } from '@/shared/ui/tags'
import { useDebounced } from '@/shared/useDebounced'
import { openIncidentsQuery, similarQuery, type Known } from './api'
import type { CallForm } from './call'
import styles from './intake.module.css'

interface Props {
  form: CallForm
  onAdd: (to: Known) => void
  adding: boolean
}

function Item({ incident, onAdd, adding }: { incident: Known; onAdd: Props['onAdd']; adding: boolean }) {
  const { t } = useTranslation()
  return (
    <li className={styles.sideItem}>
      <span className={styles.sideTitle}>
        <a href={`/incidents/${incident.id}`} target="_blank" rel="noreferrer">
          {incident.number}
        </a>{' '}
        {incident.title}
      </span>
      <div className={styles.sideFoot}>
        <span className={styles.sideMeta}>
          <StateTag kind="INCIDENT" state={incident.state} phase={incident.state === 'WAITING' ? 'WAITING' : 'OPEN'} />
          <RelativeTime at={incident.openedAt} />
        </span>
        <Popconfirm
          title={t('intake.addToSure', { number: incident.number })}
          okText={t('intake.addTo')}
          onConfirm={() => onAdd(incident)}
        >
          <Button size="small" icon={<PlusOutlined aria-hidden />} disabled={adding}>
            {t('intake.addTo')}
          </Button>
        </Popconfirm>
      </div>
    </li>
  )
}

/** Beside the form: what the caller has open already, and what others have told of the same. */
export function SideLists({ form, onAdd, adding }: Props) {
  const { t } = useTranslation()
  const typed = `${form.title ?? ''} ${form.description ?? ''}`.trim().slice(0, 200)
  const q = useDebounced(typed, 350)
  const similar = useQuery(similarQuery(q, form.system))
  const open = useQuery(openIncidentsQuery(form.requester))
  const known = new Set(open.data?.rows.map((row) => row.id))
  const others = (q.length >= 4 ? (similar.data ?? []) : []).filter((one) => !known.has(one.id))
  return (
    <aside className={styles.side} aria-live="polite">
      <section className={styles.block}>
        <h2>{t('intake.similar')}</h2>
        {others.length === 0 && !similar.isError && (
          <p className={styles.hint}>
            {q.length >= 4 && similar.isSuccess ? t('intake.similarNone') : t('intake.similarHint')}
          </p>
        )}
        {similar.isError && <p className={styles.warn}>{problemText(similar.error)}</p>}
        <ul className={styles.sideList}>
          {others.map((one) => (
            <Item key={one.id} incident={one} onAdd={onAdd} adding={adding} />
          ))}
        </ul>
      </section>
      {form.requester && (
        <section className={styles.block}>
          <h2>{t('intake.openOf', { name: form.requesterName })}</h2>
          {open.isError && <p className={styles.warn}>{problemText(open.error)}</p>}
          {open.data?.rows.length === 0 && <p className={styles.hint}>{t('intake.openNone')}</p>}
          <ul className={styles.sideList}>
            {open.data?.rows.map((row) => (
              <Item key={row.id} incident={row} onAdd={onAdd} adding={adding} />
            ))}
          </ul>
        </section>
      )}
    </aside>
  )
}
