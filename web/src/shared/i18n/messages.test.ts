import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import enUS from '@/shared/i18n/en-US'
import zhCN from '@/shared/i18n/zh-CN'

type Tree = { [key: string]: string | Tree }

function leaves(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : leaves(value, `${path}${key}.`),
  )
}

const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '').sort()
const zh = leaves(zhCN as Tree)
const en = new Map(leaves(enUS as Tree))

/** Words that are the same in both languages. */
const BOTH = new Set(['P1', 'P2', 'P3', 'P4'])
const CHINESE = /[\u3400-\u9fff\uff00-\uffef\u3000-\u303f]/

describe('messages', () => {
  it('exist in both languages', () => {
    expect([...en.keys()].sort()).toEqual(zh.map(([key]) => key).sort())
  })

  it('are nowhere empty', () => {
    expect([...zh, ...en].filter(([, text]) => text.trim() === '').map(([key]) => key)).toEqual([])
  })

  it('take the same values in both languages', () => {
    const differing = zh.filter(([key, text]) => {
      const used = new Set(placeholders(en.get(key) ?? ''))
      return placeholders(text).some((name) => !used.has(name)) || used.size !== new Set(placeholders(text)).size
    })
    expect(differing.map(([key]) => key)).toEqual([])
  })

  it('have no Chinese left in the English ones', () => {
    expect([...en].filter(([, text]) => CHINESE.test(text)).map(([key]) => key)).toEqual([])
  })

  it('have no untranslated English in the Chinese ones', () => {
    const foreign = zh.filter(
      ([key, text]) =>
        !CHINESE.test(text) &&
        /[a-z]{3,}/i.test(text.replace(/\{\{\w+\}\}/g, '')) &&
        !BOTH.has(text) &&
        en.get(key) === text,
    )
    expect(foreign.map(([key]) => key)).toEqual([])
  })

  it('end without exclamation marks', () => {
    expect([...zh, ...en].filter(([, text]) => /[!！]/.test(text)).map(([key]) => key)).toEqual([])
  })

  it('are all spoken somewhere, by their key or by its beginning', () => {
    const code = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !/i18n\/(zh|en)|schema\.d|\.test\./.test(file))
      .map((file) => readFileSync(`src/${file}`, 'utf8'))
      .join('\n')
    const spoken = new Set([...code.matchAll(/['"`]([\w.-]+)['"`]/g)].map((match) => match[1]))
    const begun = [...code.matchAll(/`([\w.-]+\.)\$\{/g)].map((match) => match[1] ?? '')
    const silent = zh.filter(([key]) => !spoken.has(key) && !begun.some((beginning) => key.startsWith(beginning)))
    expect(silent.map(([key]) => key)).toEqual([])
  })
})
