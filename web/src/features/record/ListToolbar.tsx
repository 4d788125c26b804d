import { Button, Input } from 'antd'
import { type ReactNode, useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FilterChip, namesOf } from '@/features/record/FilterChip'
import { ForeignChip } from '@/features/record/ForeignChip'
import type { QuickFilter } from '@/features/record/table'
import { many, one, type Search } from '@/shared/search'
import styles from './toolbar.module.css'

interface Props {
  filters: QuickFilter[]
  search: Search
  onChange: (change: Search) => void
  onReset: () => void
  /** Saved views, where the list has filters worth saving. */
  views?: ReactNode
  searchParam: string | null
  searchHint?: string
  tools: ReactNode
}

/** Types freely, asks the server when the person pauses. */
function SearchBox({ value, hint, onSearch }: { value: string; hint: string; onSearch: (text: string) => void }) {
  const [text, setText] = useState(value)
  const [seen, setSeen] = useState(value)
  const [sent, setSent] = useState(value)
  // The address changed by another hand (back button, "clear filters"): the box follows.
  if (value !== seen) {
    setSeen(value)
    if (value !== sent) setText(value)
  }
  const send = (next: string) => {
    setSent(next.trim())
    onSearch(next)
  }
  useEffect(() => {
    if (text.trim() === value) return
    const timer = window.setTimeout(() => {
      setSent(text.trim())
      onSearch(text)
    }, 300)
    return () => window.clearTimeout(timer)
  }, [text, value, onSearch])
  return (
    <Input
      type="search"
      allowClear
      className={styles.search ?? ''}
      placeholder={hint}
      aria-label={hint}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onPressEnter={() => send(text)}
    />
  )
}

export function ListToolbar({ filters, search, onChange, onReset, searchParam, searchHint, tools, views }: Props) {
  const { t } = useTranslation()
  const known = new Set(['sort', ...(searchParam ? [searchParam] : []), ...filters.flatMap(namesOf)])
  const foreign = Object.keys(search).filter((name) => !known.has(name))
  const searchFor = useCallback(
    (text: string) => {
      if (searchParam) onChange({ [searchParam]: text.trim() || undefined })
    },
    [onChange, searchParam],
  )
  const any = Object.keys(search).some((name) => name !== 'sort')
  return (
    <div className={styles.toolbar} role="search">
      <div className={styles.chips}>
        {views}
        {filters.map((filter) => (
          <FilterChip
            key={'value' in filter ? `${filter.name}=${filter.value}` : filter.name}
            filter={filter}
            search={search}
            onChange={onChange}
          />
        ))}
        {foreign.map((name) => (
          <ForeignChip
            key={name}
            name={name}
            values={many(search[name])}
            onClear={() => onChange({ [name]: undefined })}
          />
        ))}
        {any && (
          <Button type="link" size="small" onClick={onReset}>
            {t('common.empty.clearFilters')}
          </Button>
        )}
      </div>
      <div className={styles.tools}>
        {searchParam && (
          <SearchBox
            value={one(search[searchParam]) ?? ''}
            hint={searchHint ?? t('common.list.search')}
            onSearch={searchFor}
          />
        )}
        {tools}
      </div>
    </div>
  )
}
