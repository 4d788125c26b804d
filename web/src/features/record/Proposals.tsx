import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import { recordPath } from '@/shared/paths'
import { proposalsQuery } from '@/shared/settings'

/** Changes of this setting that wait for consent: nobody proposes the same twice. */
export function Proposals({ settingKey }: { settingKey: string }) {
  const { t } = useTranslation()
  const { data } = useQuery(proposalsQuery(settingKey))
  if (!data?.rows.length) return null
  return (
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
  )
}
