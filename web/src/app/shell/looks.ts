import type { TFunction } from 'i18next'
import { type Appearance, setAppearance } from '@/shared/appearance'
import { type Language, LANGUAGES, switchLanguage } from '@/shared/i18n'

/** The languages to choose from, each called by its own name. */
export const languages = Object.entries(LANGUAGES).map(([key, label]) => ({ key, label }))

export const appearances = (t: TFunction): { key: Appearance; label: string }[] => [
  { key: 'light', label: t('shell.themeLight') },
  { key: 'dark', label: t('shell.themeDark') },
  { key: 'system', label: t('shell.themeSystem') },
]

export function choose(key: string): void {
  if (key in LANGUAGES) void switchLanguage(key as Language)
  else setAppearance(key as Appearance)
}
