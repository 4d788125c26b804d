import type { Answer, AddressOf, Method, Parts } from '@/shared/contract'
import { Problem } from '@/shared/problem'

export type Query = Record<string, string | number | boolean | string[] | null | undefined>

/** What travels beside the body. */
interface Extras {
  /** The version the person saw; sent as If-Match. */
  version?: number
  /** One per intent, so that a retry cannot act twice. */
  idempotencyKey?: string
  signal?: AbortSignal
  /** A 401 is an answer here and not the end of the session. */
  anonymous?: boolean
}

interface Sent extends Extras {
  path?: Record<string, string>
  query?: Query
  body?: unknown
}

/** A file is sent as it is, as the whole body. */
const FILE = 'application/octet-stream'

let language = 'zh-CN'
export const speak = (next: string): void => {
  language = next
}

const expiryListeners = new Set<() => void>()
/** Called when the server no longer knows who we are. */
export function onSignedOut(listener: () => void): () => void {
  expiryListeners.add(listener)
  return () => expiryListeners.delete(listener)
}

/** Asks the person to prove once more who is there; set by the shell while it stands. */
let askForProof: (() => Promise<boolean>) | undefined
let asked: Promise<boolean> | undefined
export function onProofNeeded(ask: () => Promise<boolean>): () => void {
  askForProof = ask
  return () => {
    askForProof = undefined
  }
}

/** Several requests that need a proof at once ask for one. */
function proof(): Promise<boolean> {
  asked ??= (askForProof?.() ?? Promise.resolve(false)).finally(() => {
    asked = undefined
  })
  return asked
}

const UNATTENDED_MS = 60_000
let touched = Date.now()
for (const touch of ['pointerdown', 'keydown', 'wheel'])
  window.addEventListener(touch, () => (touched = Date.now()), { passive: true, capture: true })

export function withQuery(path: string, query?: Query): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value == null || value === '') continue
    for (const one of Array.isArray(value) ? value : [value]) params.append(name, String(one))
  }
  const text = params.toString()
  return text ? `${path}?${text}` : path
}

/** A UUID also where the page is served over plain HTTP and crypto.randomUUID is absent. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

function csrfToken(): string | undefined {
  return /(?:^|; )XSRF-TOKEN=([^;]*)/.exec(document.cookie)?.[1]
}

function headersFor(method: string, { body, version, idempotencyKey }: Sent): Headers {
  const headers = new Headers({ Accept: 'application/json', 'Accept-Language': language })
  if (body !== undefined) headers.set('Content-Type', body instanceof Blob ? FILE : 'application/json')
  if (version !== undefined) headers.set('If-Match', `"${version}"`)
  if (method !== 'GET') headers.set('X-XSRF-TOKEN', decodeURIComponent(csrfToken() ?? ''))
  // What the page asks of its own accord keeps no session awake.
  if (Date.now() - touched > UNATTENDED_MS) headers.set('X-Unattended', '1')
  if (method === 'POST') headers.set('Idempotency-Key', idempotencyKey ?? newKey())
  return headers
}

/** `/api/records/{id}` with the id in its place. */
export const filled = (address: string, path: Record<string, string> = {}): string =>
  address.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(path[name] ?? ''))

async function fetched(method: string, address: string, sent: Sent): Promise<Response> {
  const { body, signal = null } = sent
  try {
    return await fetch(withQuery(filled(address, sent.path), sent.query), {
      method,
      headers: headersFor(method, sent),
      body: body instanceof Blob ? body : body === undefined ? null : JSON.stringify(body),
      credentials: 'same-origin',
      signal,
    })
  } catch (error) {
    if (signal?.aborted) throw error
    throw Problem.offline()
  }
}

/** Accepted, but not done: somebody must consent first. */
const isHeld = (response: Response): boolean =>
  response.status === 202 && Boolean(response.headers.get('Content-Type')?.includes('problem'))

async function send(method: string, address: string, given: Sent): Promise<unknown> {
  const sent = { ...given, idempotencyKey: given.idempotencyKey ?? newKey() }
  const response = await fetched(method, address, sent)
  if (!response.ok || isHeld(response)) {
    if (response.status === 401 && !sent.anonymous) expiryListeners.forEach((tell) => tell())
    const problem = await Problem.of(response)
    if (problem.code === 'reauthentication-required' && (await proof())) return send(method, address, sent)
    throw problem
  }
  const text = response.status === 204 ? '' : await response.text()
  return text ? JSON.parse(text) : undefined
}

/** What one gives with a call: nothing that the address does not ask for, everything that it needs. */
type Given<A extends AddressOf<M>, M extends Method> =
  Record<never, never> extends Parts<A, M> ? [given?: Parts<A, M> & Extras] : [given: Parts<A, M> & Extras]

const calling =
  <M extends Method>(method: M) =>
  <A extends AddressOf<M>>(address: A, ...[given]: Given<A, M>): Promise<Answer<A, M>> =>
    send(method.toUpperCase(), address, (given ?? {}) as Sent) as Promise<Answer<A, M>>

/** The API as it is described: addresses, parameters, bodies and answers are the server's own. */
export const api = {
  get: calling('get'),
  post: calling('post'),
  put: calling('put'),
  delete: calling('delete'),
}
