import { useCallback, useRef } from 'react'
import { newKey } from '@/shared/api'

interface Intent<B> {
  of: string
  body: B
  key: string
}

/**
 * The same thing sent again is the same intent: same body, same key, so that a retry cannot act twice. Once it was done,
 * the same words are a new intent.
 */
export function useIntent<B>() {
  const last = useRef<Intent<B> | undefined>(undefined)
  const intend = useCallback((form: unknown, make: () => B): Intent<B> => {
    const of = JSON.stringify(form)
    if (last.current?.of !== of) last.current = { of, body: make(), key: newKey() }
    return last.current
  }, [])
  const done = useCallback(() => {
    last.current = undefined
  }, [])
  return { intend, done }
}
