import { useTranslation } from 'react-i18next'
import { useRoleName } from '@/shared/roles'
import { formatInstant } from '@/shared/time'
import type { Source } from './api'
import styles from './identity.module.css'

/** Whence a right comes: role, unit, times, and who granted it or for whom the person stands in. */
export function Sources({ sources }: { sources: Source[] }) {
  const { t } = useTranslation()
  const roleName = useRoleName()
  const words = (source: Source): string[] =>
    source.grant
      ? [
          source.standsInFor ? t('rights.standsInFor', { name: source.standsInFor.name }) : '',
          source.from ? t('people.grantedFrom', { at: formatInstant(source.from) }) : '',
          source.until ? t('people.grantedUntil', { at: formatInstant(source.until) }) : '',
          source.broughtBy
            ? t('rights.broughtBy', { source: source.broughtBy })
            : source.grantedBy
              ? t('rights.grantedBy', { name: source.grantedBy.name })
              : t('rights.byTheProgram'),
        ].filter(Boolean)
      : [t('rights.everybody')]
  return (
    <ul className={styles.sources}>
      {sources.map((source, index) => (
        <li key={`${source.grant ?? ''}${index}`}>
          <b>{roleName(source.role)}</b> · {source.unit.name}
          <span className={styles.faint}> {words(source).join(' · ')}</span>
        </li>
      ))}
    </ul>
  )
}
