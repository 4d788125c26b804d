import type { ReactNode } from 'react'
import type { RefType } from '@/features/record/refs'
import type { ListAddress, QueryOf } from '@/shared/contract'
import type { Option } from '@/shared/i18n/labels'

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

/**
 * A chip of the toolbar: choose among values, pick one thing by name, a span of days, or on and off. It is named as the
 * server names what it asks for.
 */
export type QuickFilter<N extends string = string> =
  | { name: N; label: string; options: Option[]; multiple?: boolean }
  | { name: N; label: string; ref: RefType }
  | { name: N; label: string; range: [from: N, to: N] }
  | { name: N; label: string; value: string }

/** What a list can be asked for. */
export type FilterName<A extends ListAddress> = Extract<keyof QueryOf<A>, string>

export interface Card {
  title: ReactNode
  meta: ReactNode
  /** What can be done at once, beside the card. */
  action?: ReactNode
}
