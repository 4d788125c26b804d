import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import type zhCN from '@/shared/i18n/zh-CN'

/** The lists of names; their order is the one in which people choose. */
export type Enumeration = keyof (typeof zhCN)['enum']

/** A text whose key is only known at run time, or undefined. */
export function lookUp(key: string, params?: Record<string, unknown>): string | undefined {
  const found: unknown = i18next.exists(key) ? i18next.t(key as never, params as never) : undefined
  return typeof found === 'string' ? found : undefined
}

/** The name of something that comes with the product, in the reader's language; any other name as it was given. */
export function shippedName(name: string): string {
  const parts = name.split('、').map((part) => lookUp(`shipped.${part}`))
  return parts.every((part) => part !== undefined) ? parts.join(i18next.t('common.comma')) : name
}

/** Everything an enumeration may be. */
export const valuesOf = (enumeration: Enumeration): string[] =>
  Object.keys(i18next.getResource(i18next.language, 'translation', `enum.${enumeration}`) as object)

export interface Option {
  value: string
  label: string
}

export interface Labels {
  value: (enumeration: Enumeration, value: string | null | undefined) => string
  options: (enumeration: Enumeration) => Option[]
  field: (name: string) => string
  command: (name: string) => string
  text: (key: string, params?: Record<string, unknown>) => string
}

/** Names of values, fields and commands as the server spells them. Redraws on a change of language. */
export function useLabels(): Labels {
  useTranslation()
  const value: Labels['value'] = (enumeration, one) =>
    one == null ? '' : (lookUp(`enum.${enumeration}.${one}`) ?? one)
  return {
    value,
    options: (enumeration) => valuesOf(enumeration).map((one) => ({ value: one, label: value(enumeration, one) })),
    field: (name) => lookUp(`field.${name}`) ?? name,
    command: (name) => lookUp(`command.${name}`) ?? name,
    text: (key, params) => lookUp(key, params) ?? key,
  }
}
