import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import openapiTS, { astToString, COMMENT_HEADER } from 'openapi-typescript'
import { expect, it } from 'vitest'

it('the types of the client are those of the committed description of the API (run `make types`)', async () => {
  const described = await openapiTS(pathToFileURL('../docs/openapi.json'))
  const types = `${COMMENT_HEADER}${astToString(described)}`
  expect(readFileSync('src/shared/schema.d.ts', 'utf8')).toBe(types)
})
