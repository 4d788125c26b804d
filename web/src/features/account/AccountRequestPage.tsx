import { useParams } from '@tanstack/react-router'
import { Panel } from '@/features/record/Panel'
import { RecordPage } from '@/features/record/RecordPage'
import { useAccountWords } from '@/shared/i18n/account'
import { useBusinessRoles } from '@/shared/roles'
import { useCan } from '@/shared/session'
import type { RecordView } from '@/shared/types'
import { ActivationCode } from '@/shared/ui/ActivationCode'
import styles from './account.module.css'
import { type Right } from './api'

/** What is asked for in words, and once the account is there the code with which its person sets the password. */
function Rights({ view }: { view: RecordView }) {
  const { t } = useAccountWords()
  const roles = useBusinessRoles()
  const mayHandOver = useCan('person:manage')
  const { rights, request, target, person } = view.details as {
    rights?: Right[]
    request: string
    target: string
    person?: string
  }
  const made = request === 'NEW' && target === 'HENGWEI' && view.state === 'EXECUTED' && person !== undefined
  const name = (code: string) => roles.find((role) => role.value === code)?.label ?? code
  return (
    <Panel title={t('rightsAsked')}>
      {rights?.length ? (
        <ul className={styles.rights}>
          {rights.map(({ role, unit }) => (
            <li key={role + unit}>
              {name(role)} · {view.refs?.[unit] ?? ''}
            </li>
          ))}
        </ul>
      ) : (
        <p className={styles.muted}>{t('noRights')}</p>
      )}
      {made && mayHandOver && <ActivationCode person={person} />}
    </Panel>
  )
}

export default function AccountRequestPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  return <RecordPage key={id} kind="ACCOUNT_REQUEST" id={id} lead={(view) => <Rights view={view} />} />
}
