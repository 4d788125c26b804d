import { useQuery } from '@tanstack/react-query'
import { Outlet, useNavigate } from '@tanstack/react-router'
import { Drawer } from 'antd'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SideMenu } from '@/app/shell/SideMenu'
import { TopBar } from '@/app/shell/TopBar'
import { useLive } from '@/app/shell/useLive'
import { api, onProofNeeded, onSignedOut } from '@/shared/api'
import { asProblem } from '@/shared/problem'
import { meQuery, setupQuery } from '@/shared/session'
import { ErrorState } from '@/shared/ui/ErrorState'
import { usePhone } from '@/shared/viewport'
import styles from './shell.module.css'

/** Leads somebody who is not signed in to the sign-in page, or on a new installation to the first page of all. */
function Entrance() {
  const navigate = useNavigate()
  // Where they wanted to go, taken once: the address changes while the next page is on its way.
  const [here] = useState(() => window.location.pathname + window.location.search)
  const setup = useQuery(setupQuery)
  useEffect(() => {
    if (setup.isPending) return
    if (setup.data?.needed) void navigate({ to: '/setup', replace: true })
    else void navigate({ to: '/sign-in', search: (here === '/' ? {} : { next: here }) as never, replace: true })
  }, [setup.isPending, setup.data, navigate, here])
  return null
}

const SessionExpired = lazy(() => import('@/app/shell/SessionExpired'))
const ProofDialog = lazy(() => import('@/features/session/ProofDialog'))
const Unfinished = lazy(() => import('@/features/session/UnfinishedPage'))
const UNFINISHED = ['password-expired', 'second-factor-required', 'conduct-consent-required']
const COLLAPSED = 'hengwei.menu.collapsed'

/** Looks when the session would end with nobody at the keys: who comes back is asked before the first click is lost. */
function useSessionEnd(): void {
  useEffect(() => {
    let timer: number | undefined
    const look = async (): Promise<void> => {
      const left = await api.get('/api/session').then(
        ({ secondsLeft }) => secondsLeft ?? 3600,
        () => 60,
      )
      timer = window.setTimeout(() => void look(), Math.max(left + 1, 15) * 1000)
    }
    timer = window.setTimeout(() => void look(), 60_000)
    return () => window.clearTimeout(timer)
  }, [])
}

/** The question for a fresh proof, while a request waits for the answer. */
function useProof() {
  const [answer, setAnswer] = useState<{ give: (proved: boolean) => void }>()
  useEffect(
    () =>
      onProofNeeded(
        () =>
          new Promise<boolean>((give) => {
            setAnswer({
              give: (proved) => {
                setAnswer(undefined)
                give(proved)
              },
            })
          }),
      ),
    [],
  )
  return answer
}

function Frame() {
  const { t } = useTranslation()
  const phone = usePhone()
  const [collapsed, setCollapsed] = useState(() => localStorage.getItem(COLLAPSED) === 'true')
  const [drawer, setDrawer] = useState(false)
  const connected = useLive()
  const [expired, setExpired] = useState(false)
  useEffect(() => onSignedOut(() => setExpired(true)), [])
  const proof = useProof()
  useSessionEnd()
  const collapse = () => {
    localStorage.setItem(COLLAPSED, String(!collapsed))
    setCollapsed(!collapsed)
  }
  return (
    <div className={styles.shell} data-collapsed={collapsed} data-phone={phone}>
      <a href="#content" className={styles.skip}>
        {t('shell.skip')}
      </a>
      <TopBar onMenu={phone ? () => setDrawer(true) : collapse} collapsed={collapsed} connected={connected} />
      {phone ? (
        <Drawer
          open={drawer}
          onClose={() => setDrawer(false)}
          placement="left"
          size={260}
          title={t('common.product')}
          styles={{ body: { padding: 8 } }}
        >
          <SideMenu collapsed={false} onChosen={() => setDrawer(false)} />
        </Drawer>
      ) : (
        <nav className={styles.side} aria-label={t('shell.menu')}>
          <SideMenu collapsed={collapsed} />
        </nav>
      )}
      <main id="content" className={styles.content} tabIndex={-1}>
        <Outlet />
      </main>
      <Suspense>{proof && !expired && <ProofDialog onAnswer={proof.give} />}</Suspense>
      <Suspense>{expired && <SessionExpired onResumed={() => setExpired(false)} />}</Suspense>
    </div>
  )
}

export function Shell() {
  const me = useQuery(meQuery)
  if (me.isPending) return null
  const unfinished = me.isError ? asProblem(me.error).code : ''
  if (UNFINISHED.includes(unfinished))
    return (
      <Suspense>
        <Unfinished code={unfinished} onDone={() => void me.refetch()} />
      </Suspense>
    )
  if (me.isError) return <ErrorState problem={me.error} onRetry={() => void me.refetch()} />
  return me.data ? <Frame /> : <Entrance />
}
