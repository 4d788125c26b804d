import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { speak } from '@/shared/api'
import type account from '@/shared/i18n/account/zh-CN'
import type zhCN from '@/shared/i18n/zh-CN'

/** Each language by its own name. */
export const LANGUAGES = { 'zh-CN': '简体中文', 'en-US': 'English' } as const
export type Language = keyof typeof LANGUAGES

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    resources: { translation: typeof zhCN; account: typeof account }
  }
}

const loaders: Record<Language, () => Promise<{ default: object }>> = {
  'zh-CN': () => import('@/shared/i18n/zh-CN'),
  'en-US': () => import('@/shared/i18n/en-US'),
}

const STORED = 'hengwei.language'

export function preferredLanguage(): Language {
  const stored = localStorage.getItem(STORED)
  if (stored === 'zh-CN' || stored === 'en-US') return stored
  return navigator.language.toLowerCase().startsWith('en') ? 'en-US' : 'zh-CN'
}

export async function startI18n(language: Language): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: { translation: (await loaders[language]()).default } },
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  announce(language)
}

export async function switchLanguage(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, 'translation'))
    i18next.addResourceBundle(language, 'translation', (await loaders[language]()).default)
  await i18next.changeLanguage(language)
  localStorage.setItem(STORED, language)
  announce(language)
}

function announce(language: Language): void {
  speak(language)
  document.documentElement.lang = language
}
