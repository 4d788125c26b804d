import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { customProperties } from '@/app/theme'

const sheets = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.css'))
  .map((file) => [file, readFileSync(`src/${file}`, 'utf8')] as const)

const found = (pattern: RegExp, wrong: (match: RegExpExecArray) => boolean = () => true): string[] =>
  sheets.flatMap(([file, text]) => [...text.matchAll(pattern)].filter(wrong).map((match) => `${file}: ${match[0]}`))

describe('our style sheets', () => {
  it('take every colour from the tokens', () => {
    expect(found(/#[0-9a-f]{3,8}\b|\b(?:rgb|hsl)a?\(/gi)).toEqual([])
  })

  it('ask only for tokens that there are', () => {
    const tokens = new Set([...customProperties(false), ...customProperties(true)].map(([name]) => name))
    expect(found(/--hw-[\w-]+/g, ([name]) => !tokens.has(name))).toEqual([])
  })

  it('keep their distances in steps of four', () => {
    const distances = /\b(?:margin|padding|gap|row-gap|column-gap)(?:-[a-z]+)*: [^;{}]+;/g
    const odd = ([text]: RegExpExecArray) =>
      [...text.matchAll(/(\d+)px/g)].some(([, size]) => Number(size) > 2 && Number(size) % 4 !== 0)
    expect(found(distances, odd)).toEqual([])
  })
})
