import { type RefObject, useEffect, useState } from 'react'

const NOTHING_PX = 4

/** Whether something lies beyond the right edge of what is scrolled. */
export function useBeyond(ref: RefObject<HTMLElement | null>): boolean {
  const [beyond, setBeyond] = useState(false)
  useEffect(() => {
    const box = ref.current
    if (!box) return
    const look = () => setBeyond(box.scrollWidth - box.clientWidth - box.scrollLeft > NOTHING_PX)
    const size = new ResizeObserver(look)
    size.observe(box)
    for (const child of box.children) size.observe(child)
    box.addEventListener('scroll', look, { passive: true })
    look()
    return () => {
      size.disconnect()
      box.removeEventListener('scroll', look)
    }
  }, [ref])
  return beyond
}
