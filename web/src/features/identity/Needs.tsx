import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLabels } from '@/shared/i18n/labels'
import { useRoleName } from '@/shared/roles'
import { Loaded } from '@/shared/ui/Loaded'
import { needsQuery, type Need } from './api'
import styles from './identity.module.css'

function Rule({ rule }: { rule: Need }) {
  const { t } = useTranslation()
  const labels = useLabels()
  const roleName = useRoleName()
  const comma = t('common.comma')
  const stages = rule.stages.map((stage) => {
    const roles = stage.roles.map(roleName)
    const whom = roles.length > 0 ? roles.join(comma) : labels.value('StageWhom', stage.whom)
    const who = stage.onTheSpot ? `${whom} · ${t('rights.onTheSpot')}` : whom
    return t('rights.stage', { name: stage.name, who })
  })
  const conditions = rule.when.map((one) => `${labels.field(one.field)} = ${one.values.join(' / ')}`)
  return (
    <li>
      <b>{t('rights.needs', { operation: labels.command(rule.operation) })}</b> {stages.join(' → ')}
      {conditions.length > 0 && (
        <span className={styles.faint}> {t('rights.needsIf', { conditions: conditions.join(comma) })}</span>
      )}
    </li>
  )
}

/** What it takes besides the right: the rules by which somebody else has to agree. */
export function Needs({ person, permission, unit }: { person: string; permission: string; unit: string }) {
  return (
    <Loaded query={useQuery(needsQuery(person, permission, unit))} rows={1}>
      {(rules) =>
        rules.length > 0 && (
          <ul className={styles.rights}>
            {rules.map((rule, index) => (
              <Rule key={`${rule.operation}${index}`} rule={rule} />
            ))}
          </ul>
        )
      }
    </Loaded>
  )
}
