import { useNavigate } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { recordPath } from '@/shared/paths'
import { asProblem } from '@/shared/problem'

/** Tells that an act waits for somebody's consent, and where; false when that is not what went wrong. */
export function useHeld(): (error: unknown) => boolean {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const navigate = useNavigate()
  return (error) => {
    const { code, about, detail } = asProblem(error)
    if (code !== 'held') return false
    const open = () => {
      message.destroy('held')
      if (about) void navigate({ to: recordPath('APPROVAL', about) })
    }
    void message.info({
      key: 'held',
      duration: 10,
      content: (
        <>
          {detail}{' '}
          <Button type="link" size="small" onClick={open}>
            {t('common.held')}
          </Button>
        </>
      ),
    })
    return true
  }
}
