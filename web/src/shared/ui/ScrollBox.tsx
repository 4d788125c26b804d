import { type ReactNode, useEffect, useRef, useState } from 'react'

/** What may be wider or higher than its place: it takes the keyboard's focus just while there is something to scroll. */
export function ScrollBox({ className, children }: { className: string | undefined; children: ReactNode }) {
  const ref = useRef<HTMLDivElement>(null)
  const [scrolls, setScrolls] = useState(false)
  useEffect(() => {
    const box = ref.current
    if (!box) return
    const look = () => setScrolls(box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight)
    const size = new ResizeObserver(look)
    size.observe(box)
    look()
    return () => size.disconnect()
  }, [])
  return (
    <div ref={ref} className={className} {...(scrolls && { tabIndex: 0 })}>
      {children}
    </div>
  )
}
