import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Entry } from './Entry'
import { Issuers, SentBack } from './Issuers'
import { SignInForm } from './SignInForm'
import { useAccountWords } from '@/shared/i18n/account'
import { one, useSearchState } from '@/shared/search'
import { meQuery } from '@/shared/session'

/** Only a path of our own: an address from outside must not choose where we go. */
const safe = (next: string | undefined): string => (next && /^\/(?![/\\])/.test(next) ? next : '/')

export default function SignInPage() {
  const { t } = useTranslation()
  const { t: word } = useAccountWords()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [search] = useSearchState()
  const enter = async () => {
    queries.clear()
    // Whoever has something left to do is told by the page behind.
    await queries.fetchQuery({ ...meQuery, staleTime: 0 }).catch(() => undefined)
    await navigate({ href: safe(one(search.next)), replace: true })
  }
  return (
    <Entry title={t('session.title')}>
      <SentBack problem={one(search.problem)} next={safe(one(search.next))} />
      <SignInForm onDone={enter} />
      <Issuers next={safe(one(search.next))} />
      <p style={{ marginTop: 12 }}>
        <Link to="/activate">{word('activate')}</Link>
      </p>
    </Entry>
  )
}
