import { useState } from 'react'
import type { Column } from '@/features/record/table'

interface Layout {
  /** Keys turned on or off against the column's own default. */
  changed: Record<string, boolean>
  dense: boolean
}

function stored(key: string): Layout {
  try {
    return { changed: {}, dense: false, ...(JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Layout>) }
  } catch {
    return { changed: {}, dense: false }
  }
}

/** Which columns a person wants to see in a list and how tight; remembered in this browser. */
export function useColumns<R>(path: string, columns: Column<R>[]) {
  const key = `hengwei.columns.${path}`
  const [layout, setLayout] = useState(() => stored(key))
  const keep = (next: Layout) => {
    localStorage.setItem(key, JSON.stringify(next))
    setLayout(next)
  }
  const isShown = (column: Column<R>) => column.sticky || (layout.changed[column.key] ?? !column.hidden)
  return {
    visible: columns.filter(isShown),
    dense: layout.dense,
    isShown,
    show: (column: Column<R>, on: boolean) => keep({ ...layout, changed: { ...layout.changed, [column.key]: on } }),
    setDense: (dense: boolean) => keep({ ...layout, dense }),
  }
}
