import { useLocation, useNavigate } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'

/** The query part of the address, as the API spells filters: text, repeated for several values. */
export type Search = Record<string, string | string[] | undefined>

export function parseSearch(text: string): Search {
  const found: Search = {}
  for (const [name, value] of new URLSearchParams(text)) {
    const before = found[name]
    found[name] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value]
  }
  return found
}

export function stringifySearch(search: Record<string, unknown>): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(search)) {
    if (value == null || value === '') continue
    for (const one of Array.isArray(value) ? value : [value]) params.append(name, String(one))
  }
  const text = params.toString()
  return text ? `?${text}` : ''
}

export const many = (value: string | string[] | undefined): string[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value]
export const one = (value: string | string[] | undefined): string | undefined => many(value)[0]

/** List state lives in the address: what is seen can be sent to somebody. */
export function useSearchState(): [Search, (change: Search) => void, (next: Search) => void] {
  const text = useLocation({ select: (location) => location.searchStr })
  const navigate = useNavigate()
  const search = useMemo(() => parseSearch(text), [text])
  const replace = useCallback(
    (next: Search) => {
      void navigate({ to: '.', search: next as never, replace: true })
    },
    [navigate],
  )
  const change = useCallback((part: Search) => replace({ ...search, ...part }), [replace, search])
  return [search, change, replace]
}
