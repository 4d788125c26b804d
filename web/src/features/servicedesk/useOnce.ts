import { useCallback, useRef } from 'react'
import { newKey } from '@/shared/api'

interface Attempt<B> {
  of: string
  body: B
  key: string
}

/** The same form sent again is the same intent: same body, same key, so that a retry cannot act twice. */
export function useOnce<B>(): { attempt: (form: unknown, make: () => B) => Attempt<B>; forget: () => void } {
  const last = useRef<Attempt<B> | undefined>(undefined)
  const attempt = useCallback((form: unknown, make: () => B): Attempt<B> => {
    const of = JSON.stringify(form)
    if (last.current?.of !== of) last.current = { of, body: make(), key: newKey() }
    return last.current
  }, [])
  const forget = useCallback(() => {
    last.current = undefined
  }, [])
  return { attempt, forget }
}
