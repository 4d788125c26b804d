import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import { recordPath } from '@/shared/paths'
import { proposalsQuery, type ScopeKind, settingQuery } from '@/shared/settings'
import { formatInstant, useNow } from '@/shared/time'

interface Props {
  settingKey: string
  scope?: { kind: ScopeKind; id: string | undefined }
}

const EVERYWHERE = { kind: 'GLOBAL', id: undefined } as const

/** What is laid down for later already: what is changed before that holds until then and no longer. */
function Planned({ settingKey, scope = EVERYWHERE }: Props) {
  const { t } = useTranslation()
  const now = useNow()
  const { data } = useQuery(settingQuery(settingKey, scope.kind, scope.id))
  const planned = data?.history.filter(
    ({ scopeKind, effectiveFrom }) => scopeKind === scope.kind && Date.parse(effectiveFrom) > now,
  )
  if (!planned?.length) return null
  return (
    <Alert
      type="warning"
      showIcon
      title={t('settings.planned')}
      description={
        <ul>
          {planned.map(({ effectiveFrom, by, reason }) => (
            <li key={effectiveFrom}>{[formatInstant(effectiveFrom), by?.name, reason].filter(Boolean).join(' · ')}</li>
          ))}
        </ul>
      }
    />
  )
}

/** Changes of this setting that are laid down for later or wait for consent: nobody proposes the same twice. */
export function Proposals({ settingKey, ...where }: Props) {
  const { t } = useTranslation()
  const { data } = useQuery(proposalsQuery(settingKey))
  return (
    <>
      <Planned settingKey={settingKey} {...where} />
      {data && data.rows.length > 0 && (
        <Alert
          type="info"
          showIcon
          title={t('settings.waiting')}
          description={
            <ul>
              {data.rows.map(({ id, number, requester }) => (
                <li key={id}>
                  <Link to={recordPath('APPROVAL', id)}>{number}</Link> · {requester.name}
                </li>
              ))}
            </ul>
          }
        />
      )}
    </>
  )
}
