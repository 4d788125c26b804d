import { useTranslation } from 'react-i18next'
import { formatInstant, relativeWords, useNow } from '@/shared/time'

/** "5 min ago", exact on hover. */
export function RelativeTime({ at }: { at: string | null | undefined }) {
  useTranslation()
  const now = useNow()
  if (!at) return <span>—</span>
  return (
    <time dateTime={at} title={formatInstant(at)} style={{ whiteSpace: 'nowrap' }}>
      {relativeWords(at, now)}
    </time>
  )
}
