import { UserOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App, Button, Dropdown, type MenuProps } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { appearances, choose, languages } from '@/app/shell/looks'
import { api } from '@/shared/api'
import { allows, meQuery, useMe } from '@/shared/session'
import { problemText } from '@/shared/ui/problemText'
import { usePhone } from '@/shared/viewport'
import styles from './shell.module.css'

const PasswordForm = lazy(() => import('@/features/session/PasswordForm'))

function useSignOut(): () => Promise<void> {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const { message } = App.useApp()
  return async () => {
    try {
      await api.delete('/api/session')
      sessionStorage.clear()
      await navigate({ to: '/sign-in' })
      queries.clear()
      queries.setQueryData(meQuery.queryKey, null)
    } catch (error) {
      void message.error(problemText(error))
    }
  }
}

export function PersonMenu() {
  const { t } = useTranslation()
  const me = useMe()
  const phone = usePhone()
  const navigate = useNavigate()
  const signOut = useSignOut()
  const [changing, setChanging] = useState(false)
  if (!me) return null
  const looks: MenuProps['items'] = [
    {
      type: 'group',
      label: t('shell.language'),
      children: languages,
    },
    {
      type: 'group',
      label: t('shell.theme'),
      children: appearances(t),
    },
    { type: 'divider' },
  ]
  const items: MenuProps['items'] = [
    { key: 'who', disabled: true, label: `${me.name} · ${me.unit.name}` },
    { type: 'divider' },
    ...(phone ? looks : []),
    { key: 'account', label: t('shell.account') },
    { key: 'password', label: t('session.changePassword') },
    { key: 'rights', label: t('shell.rights') },
    ...(allows(me, 'token:own') ? [{ key: 'tokens', label: t('shell.tokens') }] : []),
    { key: 'out', label: t('shell.signOut') },
  ]
  const act = (key: string): void => {
    if (key === 'password') setChanging(true)
    else if (key === 'account') void navigate({ to: '/account' })
    else if (key === 'rights') void navigate({ to: '/my-rights' })
    else if (key === 'tokens') void navigate({ to: '/tokens' })
    else if (key === 'out') void signOut()
    else choose(key)
  }
  return (
    <>
      <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => act(key) }}>
        <Button type="text" icon={<UserOutlined aria-hidden />} aria-label={`${t('shell.person')} ${me.name}`}>
          {phone ? null : <span className={styles.person}>{me.name}</span>}
        </Button>
      </Dropdown>
      <Suspense>{changing && <PasswordForm onClose={() => setChanging(false)} />}</Suspense>
    </>
  )
}
