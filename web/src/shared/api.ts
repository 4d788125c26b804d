import { Problem } from '@/shared/problem'

export type Query = Record<string, string | number | boolean | string[] | null | undefined>

interface Options {
  query?: Query
  /** The version the person saw; sent as If-Match. */
  version?: number
  /** One per intent, so that a retry cannot act twice. */
  idempotencyKey?: string
  signal?: AbortSignal
  /** A 401 is an answer here and not the end of the session. */
  anonymous?: boolean
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

function headersFor(method: string, body: unknown, options: Options): Headers {
  const headers = new Headers({ Accept: 'application/json', 'Accept-Language': language })
  if (body !== undefined) headers.set('Content-Type', body instanceof Blob ? FILE : 'application/json')
  if (options.version !== undefined) headers.set('If-Match', `"${options.version}"`)
  if (method !== 'GET') headers.set('X-XSRF-TOKEN', decodeURIComponent(csrfToken() ?? ''))
  if (method === 'POST') headers.set('Idempotency-Key', options.idempotencyKey ?? newKey())
  return headers
}

async function send(method: string, path: string, body: unknown, options: Options): Promise<Response> {
  const payload = body instanceof Blob ? body : body === undefined ? null : JSON.stringify(body)
  let response: Response
  try {
    response = await fetch(withQuery(path, options.query), {
      method,
      headers: headersFor(method, body, options),
      body: payload,
      credentials: 'same-origin',
      signal: options.signal ?? null,
    })
  } catch (error) {
    if (options.signal?.aborted) throw error
    throw Problem.offline()
  }
  if (response.ok) return response
  if (response.status === 401 && !options.anonymous) expiryListeners.forEach((tell) => tell())
  throw await Problem.of(response)
}

async function json<T>(response: Response): Promise<T> {
  const text = response.status === 204 ? '' : await response.text()
  return (text ? JSON.parse(text) : undefined) as T
}

export const api = {
  get: async <T>(path: string, query?: Query, options: Options = {}): Promise<T> =>
    json<T>(await send('GET', path, undefined, { ...options, query })),
  post: async <T = void>(path: string, body?: unknown, options: Options = {}): Promise<T> =>
    json<T>(await send('POST', path, body, options)),
  put: async <T = void>(path: string, body?: unknown, options: Options = {}): Promise<T> =>
    json<T>(await send('PUT', path, body, options)),
  delete: async <T = void>(path: string, options: Options = {}): Promise<T> =>
    json<T>(await send('DELETE', path, undefined, options)),
}
