import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { RefPicker } from '@/features/record/RefPicker'
import { one, useSearchState } from '@/shared/search'
import { EmptyState } from '@/shared/ui/EmptyState'
import { Loaded } from '@/shared/ui/Loaded'
import { PageHeader } from '@/shared/ui/PageHeader'
import { PersonName } from '@/shared/ui/people'
import { holdersQuery } from './api'
import styles from './identity.module.css'
import { PermissionPicker } from './PermissionPicker'
import { Sources } from './Sources'
import { Tabs } from './Tabs'

function Holders({ permission, unit }: { permission: string; unit: string }) {
  const { t } = useTranslation()
  return (
    <Loaded query={useQuery(holdersQuery(permission, unit))}>
      {(holders) =>
        holders.length === 0 ? (
          <EmptyState kind="nothing" title={t('rights.noHolders')} />
        ) : (
          <ul className={styles.rights}>
            {holders.map(({ person, sources }) => (
              <li key={person.id}>
                <PersonName person={person} />
                <Sources sources={sources} />
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  )
}

/** Who may do a thing in a unit, and why. */
export default function WhoMayPage() {
  const { t } = useTranslation()
  const [search, change] = useSearchState()
  const permission = one(search.permission)
  const unit = one(search.unit)
  return (
    <>
      <PageHeader title={t('people.title')} />
      <Tabs />
      <p className={styles.hint}>{t('rights.holdersHint')}</p>
      <div className={styles.asking}>
        <PermissionPicker value={permission} onChange={(chosen) => change({ permission: chosen })} />
        <RefPicker
          type="unit"
          aria-label={t('rights.unit')}
          value={unit}
          onChange={(chosen) => change({ unit: chosen })}
        />
      </div>
      {permission && unit && <Holders permission={permission} unit={unit} />}
    </>
  )
}
