import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import styles from './tabs.module.css'

export interface Tab {
  to: string
  search?: Record<string, string>
  text: string
  current: boolean
}

/** Pages that belong together, each with an address of its own. */
export function TabLinks({ label, tabs }: { label: string; tabs: Tab[] }) {
  const row = useRef<HTMLElement>(null)
  const shown = tabs.find(({ current }) => current)?.text
  // On a phone the row is longer than the screen.
  useEffect(() => {
    const tab = shown && row.current?.querySelector('[aria-current]')
    if (tab) tab.scrollIntoView({ inline: 'center', block: 'nearest' })
  }, [shown])
  return (
    <nav ref={row} className={styles.tabs} aria-label={label}>
      {tabs.map(({ to, search, text, current }) => (
        <Link
          key={text}
          to={to}
          {...(search && { search: search as never })}
          aria-current={current ? 'page' : undefined}
          activeOptions={{ exact: true, includeSearch: true }}
        >
          {text}
        </Link>
      ))}
    </nav>
  )
}
