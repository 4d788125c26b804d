import { type RefObject, useEffect } from 'react'

interface Keys {
  onSelect: (id: string) => void
  onHelp: () => void
  onMore: () => void
}

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('input,textarea,select,[contenteditable="true"],[role="dialog"],[role="menu"]') !== null

function move(frame: HTMLElement, step: number): boolean {
  const links = Array.from(frame.querySelectorAll<HTMLElement>('[data-row-link]'))
  const at = links.findIndex((link) => link === document.activeElement)
  const next = links[at === -1 ? (step > 0 ? 0 : links.length - 1) : at + step]
  next?.focus()
  next?.scrollIntoView({ block: 'nearest' })
  return next !== undefined && next !== links[links.length - 1]
}

/** Arrow keys, and j and k, move between rows (Enter then follows the row's own link), x selects, / searches, ? explains. */
export function useListKeys(frame: RefObject<HTMLElement | null>, { onSelect, onHelp, onMore }: Keys): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const root = frame.current
      if (!root || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return
      if (document.querySelector('.ant-drawer-open, .ant-modal-wrap:not([style*="display: none"])')) return
      const down = event.key === 'ArrowDown' || event.key === 'j'
      if (down || event.key === 'ArrowUp' || event.key === 'k') {
        event.preventDefault()
        if (!move(root, down ? 1 : -1) && down) onMore()
      } else if (event.key === 'x') {
        const id = document.activeElement?.closest<HTMLElement>('[data-id]')?.dataset.id
        if (id) onSelect(id)
      } else if (event.key === '/') {
        event.preventDefault()
        root.querySelector<HTMLInputElement>('input[type="search"]')?.focus()
      } else if (event.key === '?') onHelp()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [frame, onSelect, onHelp, onMore])
}
