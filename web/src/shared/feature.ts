import type { ComponentType, ReactNode } from 'react'
import type { Need } from '@/shared/session'

/** The groups of the left menu, in their order. */
export const WINGS = ['work', 'service', 'resources', 'operations', 'governance', 'system'] as const
type Wing = (typeof WINGS)[number]

/** A page and the code that draws it, fetched when somebody opens it. Path parameters are written `$id`. */
export interface Page {
  path: string
  load: () => Promise<{ default: ComponentType }>
}

interface MenuEntry {
  path: string
  wing: Wing
  /** Message key of the label. */
  label: string
  icon: ReactNode
  need?: Need
}

/** An entry of "+ New". */
interface Creation {
  path: string
  label: string
  need?: Need
}

/** What a feature contributes to the application; each feature folder exports one from `feature.tsx`. */
export interface Feature {
  pages: Page[]
  menu?: MenuEntry[]
  creations?: Creation[]
}
