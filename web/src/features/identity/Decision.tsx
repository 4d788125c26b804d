import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RefPicker } from '@/features/record/RefPicker'
import { useRoleName } from '@/shared/roles'
import { Loaded } from '@/shared/ui/Loaded'
import { decisionQuery } from './api'
import styles from './identity.module.css'
import { Needs } from './Needs'
import { PermissionPicker } from './PermissionPicker'
import { Sources } from './Sources'

function Answer({ person, permission, unit }: { person: string; permission: string; unit: string }) {
  const { t } = useTranslation()
  const roleName = useRoleName()
  return (
    <Loaded query={useQuery(decisionQuery(person, permission, unit))} rows={2}>
      {(told) => (
        <div className={styles.decision} data-allowed={told.allowed} role="status">
          <b>{t(told.allowed ? 'rights.allowed' : 'rights.refused')}</b> {t(`rights.why.${told.why}`)}
          <Sources sources={told.sources} />
          {told.allowed && <Needs person={person} permission={permission} unit={unit} />}
          {!told.allowed && told.roles.length > 0 && (
            <p className={styles.hint}>
              {t('rights.wouldGive', { roles: told.roles.map(roleName).join(t('common.comma')) })}
            </p>
          )}
        </div>
      )}
    </Loaded>
  )
}

/** May this person do this in that unit, and why or why not? */
export function Decision({ person, unit }: { person: string; unit: { id: string; name: string } }) {
  const { t } = useTranslation()
  const [permission, setPermission] = useState<string>()
  const [where, setWhere] = useState<string | undefined>(unit.id)
  return (
    <section>
      <h3 className={styles.subtitle}>{t('rights.ask')}</h3>
      <div className={styles.asking}>
        <PermissionPicker value={permission} onChange={setPermission} />
        <RefPicker
          type="unit"
          aria-label={t('rights.unit')}
          value={where}
          label={where === unit.id ? unit.name : undefined}
          onChange={setWhere}
        />
      </div>
      {permission && where ? (
        <Answer person={person} permission={permission} unit={where} />
      ) : (
        <p className={styles.hint}>{t('rights.askHint')}</p>
      )}
    </section>
  )
}
