import { useQueryClient } from '@tanstack/react-query'
import { Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { SignInForm } from '@/features/session/SignInForm'
import { meQuery, useMe } from '@/shared/session'

/** Asks for the password over whatever is open, so that nothing typed is lost. */
export default function SessionExpired({ onResumed }: { onResumed: () => void }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const me = useMe()
  const resume = async () => {
    const again = await queries.fetchQuery({ ...meQuery, staleTime: 0 }).catch(() => undefined)
    if (again?.id !== me?.id) window.location.assign('/')
    onResumed()
    await queries.invalidateQueries()
  }
  return (
    <Modal
      open
      title={t('common.error.unauthenticated')}
      footer={null}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      width={360}
      zIndex={2000}
      destroyOnHidden
    >
      <p>{t('session.kept')}</p>
      <SignInForm username={me?.username} onDone={resume} />
    </Modal>
  )
}
