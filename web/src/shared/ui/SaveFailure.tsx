import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import { asProblem } from '@/shared/problem'
import { problemText } from '@/shared/ui/problemText'

interface Props {
  error: unknown
  /** The server's refusal within a sentence of the page's own. */
  refused?: (reason: string) => string
  className?: string | undefined
}

/** Why something was not saved; without an answer nobody knows, and trying again does no harm. */
export function SaveFailure({ error, refused = (reason) => reason, className }: Props) {
  const { t } = useTranslation()
  if (!error) return null
  const lost = asProblem(error).status === 0
  return (
    <Alert
      type="error"
      showIcon
      title={lost ? t('common.error.offlineSave') : refused(problemText(error))}
      {...(className && { className })}
    />
  )
}
