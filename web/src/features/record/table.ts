import type { ReactNode } from 'react'
import type { RefType } from '@/features/record/refs'

export interface Column<R> {
  key: string
  title: string
  render: (row: R) => ReactNode
  width?: number
  /** Stays at the left while the rest scrolls. The first sticky column carries the link that opens the row. */
  sticky?: boolean
  /** The server's name of the sort; the header becomes a button. */
  sort?: string
  /** Not shown until somebody asks for it. */
  hidden?: boolean
  align?: 'right'
}

export interface Option {
  value: string
  label: string
}

/** A chip of the toolbar: choose among values, pick one thing by name, a span of days, or on and off. */
export type QuickFilter =
  | { name: string; label: string; options: Option[]; multiple?: boolean }
  | { name: string; label: string; ref: RefType }
  | { name: string; label: string; range: [from: string, to: string] }
  | { name: string; label: string; value: string }

export interface Card {
  title: ReactNode
  meta: ReactNode
}
