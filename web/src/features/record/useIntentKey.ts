import { useRef } from 'react'
import { newKey } from '@/shared/api'

/** The same key while the same thing is sent again, a new one as soon as it is something else or it was done. */
export function useIntentKey(): (intent: unknown) => string {
  const last = useRef<{ intent: string; key: string } | null>(null)
  return (intent) => {
    const text = JSON.stringify(intent)
    if (last.current?.intent !== text) last.current = { intent: text, key: newKey() }
    return last.current.key
  }
}
