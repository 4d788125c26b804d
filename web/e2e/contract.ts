import type { Response } from '@playwright/test'
import { readFileSync } from 'node:fs'

interface Schema {
  $ref?: string
  type?: string | string[]
  enum?: unknown[]
  anyOf?: Schema[]
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: Schema
}
interface Described {
  paths: Record<string, Record<string, { responses: Record<string, { content?: Record<string, { schema: Schema }> }> }>>
  components: { schemas: Record<string, Schema> }
}

const { paths, components } = JSON.parse(readFileSync('../docs/openapi.json', 'utf8')) as Described
const addresses = Object.keys(paths)
  .sort((one, other) => one.split('{').length - other.split('{').length)
  .map((address) => ({ address, pattern: new RegExp(`^${address.replace(/\{\w+\}/g, '[^/]+')}$`) }))

const typeOf = (value: unknown): string[] =>
  value === null
    ? ['null']
    : Array.isArray(value)
      ? ['array']
      : Number.isInteger(value)
        ? ['integer', 'number']
        : [typeof value]

/** Where a value is not what is described. */
function departures(value: unknown, schema: Schema, at: string): string[] {
  if (schema.$ref) return departures(value, components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}, at)
  if (schema.anyOf)
    return schema.anyOf.some((one) => departures(value, one, at).length === 0) ? [] : [`${at} is none of its kinds`]
  const types = [schema.type ?? []].flat()
  if (types.length > 0 && !typeOf(value).some((type) => types.includes(type)))
    return [`${at} is ${typeOf(value)[0]} instead of ${types.join(' or ')}`]
  if (schema.enum && value !== null && !schema.enum.includes(value)) return [`${at} is ${String(value)}`]
  if (Array.isArray(value)) return value.flatMap((one) => departures(one, schema.items ?? {}, `${at}[]`))
  return typeof value === 'object' && value !== null ? parts(value as Record<string, unknown>, schema, at) : []
}

function parts(value: Record<string, unknown>, schema: Schema, at: string): string[] {
  const { properties, required = [], additionalProperties: each } = schema
  const missing = required.filter((name) => !(name in value)).map((name) => `${at}.${name} is missing`)
  const wrong = Object.entries(value).flatMap(([name, one]) => {
    const described = properties ? properties[name] : (each ?? {})
    return described ? departures(one, described, `${at}.${name}`) : [`${at}.${name} is not described`]
  })
  return [...missing, ...wrong]
}

/** Holds an answer that a page got against the description that the page's types were made of. */
export async function breaches(response: Response): Promise<string[]> {
  const { pathname } = new URL(response.url())
  if (!pathname.startsWith('/api/') || !response.ok()) return []
  if (!response.headers()['content-type']?.startsWith('application/json')) return []
  const address = addresses.find(({ pattern }) => pattern.test(pathname))?.address ?? ''
  const answers = paths[address]?.[response.request().method().toLowerCase()]?.responses
  const schema = answers?.[response.status()]?.content?.['application/json']?.schema
  const where = `${response.request().method()} ${address || pathname}`
  if (!schema) return [`${where} answers ${response.status()}, which is not described`]
  const body: unknown = await response.json().catch(() => undefined)
  return body === undefined ? [] : departures(body, schema, where)
}
