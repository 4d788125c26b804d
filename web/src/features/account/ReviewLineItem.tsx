import { Link } from '@tanstack/react-router'
import { Checkbox, Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import { useAccountWords } from '@/shared/i18n/account'
import { useLabels } from '@/shared/i18n/labels'
import { recordPath } from '@/shared/paths'
import { useRoleName } from '@/shared/roles'
import { formatDay, formatInstant } from '@/shared/time'
import { PersonName } from '@/shared/ui/people'
import styles from './account.module.css'
import type { ReviewLine } from './api'

/** The roles in words: which, over which unit, until when. */
export function useRoleWords(): (role: ReviewLine['roles'][number]) => string {
  const { t } = useAccountWords()
  const name = useRoleName()
  return ({ role, name: written, unitName, until, lent, source }) =>
    [
      name(role) ?? written,
      unitName,
      until && `→ ${formatDay(until)}`,
      lent && t('reviewLent'),
      source && t('reviewBrought', { source }),
    ]
      .filter(Boolean)
      .join(' · ')
}

function Account({ line }: { line: ReviewLine }) {
  const { t } = useTranslation()
  const { t: word } = useAccountWords()
  const words = useRoleWords()
  const { account } = line
  const last = account.lastSignIn ? formatInstant(account.lastSignIn) : word('reviewNever')
  const colon = t('common.colon')
  return (
    <div className={styles.muted}>
      {line.roles.length > 0 && (
        <div>
          {word('reviewRoles')}
          {colon}
          {line.roles.map(words).join(', ')}
        </div>
      )}
      {account.groups.length > 0 && (
        <div>
          {word('reviewGroups')}
          {colon}
          {account.groups.join(', ')}
        </div>
      )}
      <div>
        {word('reviewLastSignIn')} {last} · {word('reviewFactor')}{' '}
        {t(account.secondFactor ? 'common.yes' : 'common.no')}
        {account.endsAt && ` · ${word('reviewEnds')} ${formatInstant(account.endsAt)}`}
      </div>
    </div>
  )
}

function Word({ line }: { line: ReviewLine }) {
  const { t } = useTranslation()
  const { t: word } = useAccountWords()
  const labels = useLabels()
  const words = useRoleWords()
  const said = line.word
  if (!said) return null
  const gone = line.roles.filter(({ role, unit }) =>
    line.withdraw.some((one) => one.role === role && one.unit === unit),
  )
  return (
    <div>
      <b>{labels.value('ReviewVerdict', said.verdict)}</b> <PersonName person={said.by} short />{' '}
      {formatInstant(said.at)}
      {said.comment && <div>{said.comment}</div>}
      {gone.length > 0 && (
        <div>
          {word('reviewGone')}
          {t('common.colon')}
          {gone.map(words).join(', ')}
        </div>
      )}
      {said.request && said.requestId && (
        <div>
          <Link to={recordPath('ACCOUNT_REQUEST', said.requestId)}>{said.request}</Link>
        </div>
      )}
      {said.waived && <div>{word('reviewWaived', { reason: said.waived })}</div>}
      {said.settledAt && !said.waived && <div>{word('reviewSettled', { at: formatInstant(said.settledAt) })}</div>}
    </div>
  )
}

interface Props {
  line: ReviewLine
  /** Absent where nothing can be decided. */
  chosen: boolean | undefined
  onChoose: (on: boolean) => void
}

/** One account of a round. */
export function ReviewLineItem({ line, chosen, onChoose }: Props) {
  const { t } = useAccountWords()
  const labels = useLabels()
  const { account } = line
  const who = [
    account.unit.name,
    account.accountClass === 'INTEGRATION'
      ? labels.value('AccountClass', account.accountClass)
      : (account.staffNumber ?? t('reviewNoNumber')),
    account.post,
  ].filter(Boolean)
  return (
    <li className={styles.reviewLine}>
      {chosen !== undefined && (
        <Checkbox aria-label={account.name} checked={chosen} onChange={(event) => onChoose(event.target.checked)} />
      )}
      <div>
        <div>
          <b>{account.name}</b> {who.join(' · ')}
        </div>
        {account.hints.length > 0 && (
          <div>
            {account.hints.map((hint) => (
              <Tag key={hint}>{labels.value('AccountHint', hint)}</Tag>
            ))}
          </div>
        )}
        <Account line={line} />
        <Word line={line} />
      </div>
    </li>
  )
}
