import { afterEach, describe, expect, it, vi } from 'vitest'
import { api, newKey, onProofNeeded, onSignedOut, withQuery } from '@/shared/api'
import { Problem } from '@/shared/problem'

const answer = (status: number, body?: unknown) =>
  vi.fn<(path: string, init: RequestInit) => Promise<Response>>(() =>
    Promise.resolve(new Response(body === undefined ? null : JSON.stringify(body), { status })),
  )

afterEach(() => vi.unstubAllGlobals())

describe('the client of the API', () => {
  it('repeats a parameter for several values and leaves out absent ones', () => {
    expect(withQuery('/api/incidents', { state: ['A', 'B'], text: '', unit: null, mine: true })).toBe(
      '/api/incidents?state=A&state=B&mine=true',
    )
  })

  it('sends the version seen, the CSRF token and one key per intent', async () => {
    document.cookie = 'XSRF-TOKEN=abc'
    const fetched = answer(200, { id: '1' })
    vi.stubGlobal('fetch', fetched)
    await api.post('/api/incidents/{id}/commands', {
      path: { id: '1' },
      body: { command: 'Close' },
      version: 7,
      idempotencyKey: 'k',
    })
    expect(fetched.mock.calls[0]?.[0]).toBe('/api/incidents/1/commands')
    const headers = fetched.mock.calls[0]?.[1].headers as Headers
    expect(headers.get('If-Match')).toBe('"7"')
    expect(headers.get('X-XSRF-TOKEN')).toBe('abc')
    expect(headers.get('Idempotency-Key')).toBe('k')
  })

  it('turns a refusal into a problem with its field errors', async () => {
    vi.stubGlobal('fetch', answer(400, { code: 'invalid', errors: [{ field: 'reason', message: '必填' }] }))
    const error = await api.post('/api/notices/read', { body: {} }).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(Problem)
    expect((error as Problem).errors).toEqual([{ field: 'reason', message: '必填' }])
  })

  it('tells when the session has ended, but not where a 401 is the answer', async () => {
    const told = vi.fn<() => void>()
    const stop = onSignedOut(told)
    vi.stubGlobal('fetch', answer(401))
    await api.get('/api/me', { anonymous: true }).catch(() => undefined)
    expect(told).not.toHaveBeenCalled()
    await api.get('/api/incidents').catch(() => undefined)
    expect(told).toHaveBeenCalledOnce()
    stop()
  })

  it('asks for a proof once and sends the same intent again', async () => {
    const refusal = () => new Response(JSON.stringify({ code: 'reauthentication-required' }), { status: 403 })
    const fetched = vi.fn<(path: string, init: RequestInit) => Promise<Response>>()
    fetched.mockImplementationOnce(() => Promise.resolve(refusal()))
    fetched.mockImplementation(() => Promise.resolve(new Response(null, { status: 204 })))
    vi.stubGlobal('fetch', fetched)
    const asked = vi.fn<() => Promise<boolean>>(() => Promise.resolve(true))
    const stop = onProofNeeded(asked)
    await api.post('/api/notices/read', { body: {} })
    expect(asked).toHaveBeenCalledOnce()
    const keys = fetched.mock.calls.map(([, init]) => (init.headers as Headers).get('Idempotency-Key'))
    expect(keys).toHaveLength(2)
    expect(keys[0]).toBe(keys[1])
    fetched.mockImplementationOnce(() => Promise.resolve(refusal()))
    asked.mockImplementation(() => Promise.resolve(false))
    await expect(api.post('/api/notices/read', { body: {} })).rejects.toMatchObject({
      code: 'reauthentication-required',
    })
    stop()
  })

  it('says that nobody knows what was saved when the line is down', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('failed')))
    await expect(api.post('/api/notices/read', { body: {} })).rejects.toMatchObject({ code: 'offline', status: 0 })
  })

  it('makes keys that are UUIDs also without a secure context', () => {
    expect(newKey()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })
})
