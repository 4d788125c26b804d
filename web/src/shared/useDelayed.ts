import { useEffect, useState } from 'react'

/** True only after something has lasted: a skeleton that flashes is worse than none. */
export function useDelayed(active: boolean, delay = 150): boolean {
  const [passed, setPassed] = useState(false)
  useEffect(() => {
    if (!active) return
    const timer = window.setTimeout(() => setPassed(true), delay)
    return () => {
      window.clearTimeout(timer)
      setPassed(false)
    }
  }, [active, delay])
  return active && passed
}
