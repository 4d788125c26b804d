import { useState } from 'react'
import type { Column } from '@/features/record/table'
import { recall } from '@/shared/recall'

interface Layout {
  /** Keys turned on or off against the column's own default. */
  changed: Record<string, boolean>
  dense: boolean
}

/** Which columns a person wants to see in a list and how tight; remembered in this browser. */
export function useColumns<R>(path: string, columns: Column<R>[]) {
  const key = `hengwei.columns.${path}`
  const [layout, setLayout] = useState(
    (): Layout => ({ changed: {}, dense: false, ...recall<Partial<Layout>>(localStorage, key) }),
  )
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
