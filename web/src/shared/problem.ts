/** What the server answers when it refuses (RFC 9457), or what stands in for it when the line is down. */
interface ProblemBody {
  status: number
  code: string
  reason?: string
  title: string
  detail?: string
  support?: string
  about?: string
  errors?: { field: string; message: string }[]
  current?: { version: number; [key: string]: unknown }
}

export class Problem extends Error {
  readonly status: number
  readonly code: string
  /** Why a rule said no, where the server gave it a name. */
  readonly reason: string | undefined
  readonly detail: string | undefined
  readonly errors: { field: string; message: string }[]
  readonly current: ProblemBody['current']
  /** The id of what the answer is about. */
  readonly about: string | undefined
  /** What a person reads to support, when the server gave one. */
  readonly trace: string | undefined

  constructor(body: ProblemBody) {
    super(body.detail ?? body.title)
    this.name = 'Problem'
    this.status = body.status
    this.code = body.code
    this.reason = body.reason
    this.detail = body.detail
    this.errors = body.errors ?? []
    this.current = body.current
    this.about = body.about
    this.trace = body.support
  }

  /** The request never got an answer: nobody knows whether anything was saved. */
  static offline(): Problem {
    return new Problem({ status: 0, code: 'offline', title: 'offline' })
  }

  static async of(response: Response): Promise<Problem> {
    const fallback = { status: response.status, code: codeOf(response.status), title: response.statusText }
    try {
      const body = (await response.json()) as Partial<ProblemBody>
      return new Problem({ ...fallback, ...body, status: response.status })
    } catch {
      return new Problem(fallback)
    }
  }
}

function codeOf(status: number): string {
  const known: Record<number, string> = {
    400: 'invalid',
    401: 'unauthenticated',
    403: 'forbidden',
    404: 'not-found',
    409: 'refused',
    412: 'stale',
    413: 'too-large',
    503: 'busy',
  }
  return known[status] ?? 'unexpected'
}

export const asProblem = (error: unknown): Problem =>
  error instanceof Problem
    ? error
    : new Problem({ status: -1, code: 'unexpected', title: error instanceof Error ? error.message : String(error) })
