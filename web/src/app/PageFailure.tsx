import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { asProblem } from '@/shared/problem'
import { EmptyState } from '@/shared/ui/EmptyState'
import { ErrorState } from '@/shared/ui/ErrorState'

/** A page whose code did not arrive (the server was updated meanwhile) or that broke while drawing. */
export function PageFailure({ error, reset }: { error: unknown; reset: () => void }) {
  const { t } = useTranslation()
  if (!/dynamically imported module|module script|Failed to fetch/i.test(String(error)))
    return <ErrorState problem={asProblem(error)} onRetry={reset} />
  return (
    <EmptyState
      kind="notFound"
      title={t('common.error.chunk')}
      hint={t('common.error.chunkHint')}
      action={
        <Button type="primary" onClick={() => window.location.reload()}>
          {t('common.error.reload')}
        </Button>
      }
    />
  )
}
