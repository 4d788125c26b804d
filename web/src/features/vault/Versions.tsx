import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { formatInstant } from '@/shared/time'
import { Loaded } from '@/shared/ui/Loaded'
import { PersonName } from '@/shared/ui/people'
import { type Secret, versionsQuery } from './api'
import styles from './vault.module.css'

interface Props {
  secret: Secret
  /** Absent for who may not read. */
  onReveal: ((number: number) => void) | undefined
}

/** Every password there was, with who set it; old ones are sealed for a while and then destroyed. */
export function Versions({ secret, onReveal }: Props) {
  const { t } = useTranslation()
  const versions = useQuery(versionsQuery(secret.id))
  return (
    <Loaded query={versions}>
      {(all) => (
        <ul className={styles.lines}>
          {all.map((version) => (
            <li key={version.number} className={styles.line}>
              <span>
                <b>{t('vault.version', { number: version.number })}</b>{' '}
                <span className={styles.quiet}>
                  {version.supersededAt ? t(version.kept ? 'vault.kept' : 'vault.destroyed') : t('vault.present')}
                </span>
              </span>
              <span className={styles.quiet}>
                {formatInstant(version.setAt)} · <PersonName person={version.setBy} short /> ·{' '}
                {t(version.made ? 'vault.versionMade' : 'vault.versionTyped')}
              </span>
              {onReveal && version.kept && version.supersededAt && (
                <Button size="small" onClick={() => onReveal(version.number)}>
                  {t('vault.reveal')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </Loaded>
  )
}
