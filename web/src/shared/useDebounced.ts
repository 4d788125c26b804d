import { useEffect, useState } from 'react'

/** The value once it has rested: what is typed is not sent letter by letter. */
export function useDebounced<T>(value: T, delay = 250): T {
  const [settled, settle] = useState(value)
  useEffect(() => {
    const timer = window.setTimeout(() => settle(value), delay)
    return () => window.clearTimeout(timer)
  }, [value, delay])
  return settled
}
