import { useEffect, useRef } from 'react'

/** The end of what is loaded; coming near it asks for more. */
export function Sentinel({ onSeen }: { onSeen: () => void }) {
  const mark = useRef<HTMLDivElement>(null)
  const latest = useRef(onSeen)
  useEffect(() => {
    latest.current = onSeen
  })
  useEffect(() => {
    const element = mark.current
    if (!element) return
    const observer = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) latest.current()
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return <div ref={mark} aria-hidden style={{ height: 400, marginTop: -400, pointerEvents: 'none' }} />
}
