// What scripts/attack.sh attacks: one line for each list of the description that takes words, with the cookie of somebody
// who may read it. Usage: node scripts/attack-targets.mjs <address> <demo-accounts.json>
import { readFileSync } from 'node:fs'

const [base, file] = process.argv.slice(2)
const description = JSON.parse(readFileSync('docs/openapi.json', 'utf8'))
const { accounts } = JSON.parse(readFileSync(file, 'utf8'))

/** Who between them may read whatever there is. */
const PEOPLE = ['manager', 'executive', 'secadmin', 'sysadmin', 'auditor']
const NEVER_ENDS = '/api/live'

const cookies = (answer) => answer.headers.getSetCookie().map((one) => one.split(';')[0])

async function signIn({ username, password }) {
  const [csrf] = cookies(await fetch(`${base}/api/setup`))
  const answer = await fetch(`${base}/api/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Cookie: csrf, 'X-XSRF-TOKEN': csrf.split('=')[1] },
    body: JSON.stringify({ username, password }),
  })
  if (!answer.ok) throw new Error(`${username} could not sign in: ${answer.status}`)
  return cookies(answer).find((one) => one.startsWith('HENGWEI_SESSION='))
}

const schemaOf = (schema) => (schema.$ref ? description.components.schemas[schema.$ref.replace(/.*\//, '')] : schema)
const isWord = ({ schema }) =>
  [schemaOf(schema).type].flat().includes('string') && !schema.format && !schemaOf(schema).enum

const PLAIN = { uuid: '00000000-0000-7000-8000-000000000000', date: '2026-01-05', 'date-time': '2026-01-05T01:00:00Z' }
function plain({ name, schema }) {
  if (name === 'permission') return 'person:read'
  return schemaOf(schema).enum?.[0] ?? PLAIN[schema.format] ?? 'a1'
}

/** Sort and cursor are left out: what is no name of a sort, no place in the list, is refused as such. */
async function target(path, query, cookie) {
  const words = query.filter(isWord).filter(({ name }) => !['sort', 'after'].includes(name))
  const address = new URL(path, base)
  for (const one of query.filter((each) => each.required || words.includes(each)))
    address.searchParams.set(one.name, plain(one))
  const answer = await fetch(address, { headers: { Cookie: cookie } })
  await answer.text()
  return answer.ok ? { address, words: words.map(({ name }) => name) } : null
}

const signedIn = []
for (const name of PEOPLE) signedIn.push(await signIn(accounts.find(({ username }) => username === name)))
for (const [path, { get }] of Object.entries(description.paths)) {
  const query = (get?.parameters ?? []).filter((one) => one.in === 'query')
  if (path === NEVER_ENDS || path.endsWith('/export') || path.includes('{') || !query.some(isWord)) continue
  for (const cookie of signedIn) {
    const found = await target(path, query, cookie)
    if (!found) continue
    if (found.words.length) console.log([path, found.words.join(','), cookie, found.address].join('\t'))
    break
  }
}
