import i18next from 'i18next'
import { useTranslation } from 'react-i18next'

/** A text whose key is only known at run time, or undefined. */
export function lookUp(key: string, params?: Record<string, unknown>): string | undefined {
  const found: unknown = i18next.exists(key) ? i18next.t(key as never, params as never) : undefined
  return typeof found === 'string' ? found : undefined
}

export interface Labels {
  value: (enumeration: string, value: string | null | undefined) => string
  field: (name: string, kind?: string) => string
  command: (name: string) => string
  text: (key: string, params?: Record<string, unknown>) => string
}

/** Names of values, fields and commands as the server spells them. Redraws on a change of language. */
export function useLabels(): Labels {
  useTranslation()
  return {
    value: (enumeration, value) => (value == null ? '' : (lookUp(`enum.${enumeration}.${value}`) ?? value)),
    field: (name, kind) => (kind ? lookUp(`field.${kind}.${name}`) : undefined) ?? lookUp(`field.${name}`) ?? name,
    command: (name) => lookUp(`command.${name}`) ?? name,
    text: (key, params) => lookUp(key, params) ?? key,
  }
}
