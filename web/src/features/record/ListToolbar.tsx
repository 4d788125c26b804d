import { CloseOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { type ReactNode, useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FilterChip, namesOf } from '@/features/record/FilterChip'
import type { QuickFilter } from '@/features/record/table'
import { useLabels } from '@/shared/i18n/labels'
import { many, one, type Search } from '@/shared/search'
import styles from './toolbar.module.css'

interface Props {
  filters: QuickFilter[]
  search: Search
  onChange: (change: Search) => void
  onReset: () => void
  searchParam: string | null
  tools: ReactNode
}

/** Types freely, asks the server when the person pauses. */
function SearchBox({ value, onSearch }: { value: string; onSearch: (text: string) => void }) {
  const { t } = useTranslation()
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
      placeholder={t('common.list.search')}
      aria-label={t('common.list.search')}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onPressEnter={() => send(text)}
    />
  )
}

export function ListToolbar({ filters, search, onChange, onReset, searchParam, tools }: Props) {
  const { t } = useTranslation()
  const labels = useLabels()
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
        {filters.map((filter) => (
          <FilterChip
            key={'value' in filter ? `${filter.name}=${filter.value}` : filter.name}
            filter={filter}
            search={search}
            onChange={onChange}
          />
        ))}
        {foreign.map((name) => (
          <button
            key={name}
            type="button"
            className={styles.chip}
            data-active
            onClick={() => onChange({ [name]: undefined })}
            title={t('common.list.clear')}
          >
            {labels.field(name)}
            <b className={styles.summary}>
              {many(search[name])
                .map((value) => nameOfValue(value, t))
                .join(t('common.comma'))}
            </b>
            <CloseOutlined aria-hidden className={styles.caret} />
          </button>
        ))}
        {any && (
          <Button type="link" size="small" onClick={onReset}>
            {t('common.empty.clearFilters')}
          </Button>
        )}
      </div>
      <div className={styles.tools}>
        {searchParam && <SearchBox value={one(search[searchParam]) ?? ''} onSearch={searchFor} />}
        {tools}
      </div>
    </div>
  )
}

function nameOfValue(value: string, t: (key: 'common.yes' | 'common.no') => string): string {
  if (value === 'true') return t('common.yes')
  if (value === 'false') return t('common.no')
  return value
}
