import { createSign, generateKeyPairSync, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** An issuer of OpenID Connect at which this person has always just signed in. */
export class Issuer {
  private readonly keys = generateKeyPairSync('rsa', { modulusLength: 2048 })
  private readonly nonces = new Map<string, string>()
  private readonly server: Server

  constructor(private readonly person: { subject: string; name: string }) {
    this.server = createServer((request, response) => void this.answer(request, response))
  }

  async start(): Promise<void> {
    await new Promise<void>((done) => this.server.listen(0, '127.0.0.1', done))
  }

  stop(): void {
    this.server.closeAllConnections()
    this.server.close()
  }

  get address(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.address)
    const tell = (body: object) => response.setHeader('Content-Type', 'application/json').end(JSON.stringify(body))
    if (url.pathname === '/authorize') this.sendBack(url, response)
    else if (url.pathname === '/keys')
      tell({ keys: [{ ...this.keys.publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }] })
    else if (url.pathname === '/token') {
      let body = ''
      for await (const chunk of request) body += String(chunk)
      const code = new URLSearchParams(body).get('code') ?? ''
      tell({ access_token: 'none', token_type: 'Bearer', id_token: this.statement(this.nonces.get(code) ?? '') })
    } else
      tell({
        issuer: this.address,
        authorization_endpoint: `${this.address}/authorize`,
        token_endpoint: `${this.address}/token`,
        jwks_uri: `${this.address}/keys`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
      })
  }

  private sendBack(url: URL, response: ServerResponse): void {
    const code = randomUUID()
    this.nonces.set(code, url.searchParams.get('nonce') ?? '')
    const back = new URL(url.searchParams.get('redirect_uri') ?? '')
    back.searchParams.set('code', code)
    back.searchParams.set('state', url.searchParams.get('state') ?? '')
    response.writeHead(302, { Location: back.toString() }).end()
  }

  private statement(nonce: string): string {
    const now = Math.floor(Date.now() / 1000)
    const { subject, name } = this.person
    const claims = { iss: this.address, aud: 'hengwei', sub: subject, preferred_username: name, nonce }
    const signed = `${part({ alg: 'RS256', kid: 'one' })}.${part({ ...claims, iat: now, exp: now + 300, auth_time: now })}`
    return `${signed}.${createSign('RSA-SHA256').update(signed).sign(this.keys.privateKey, 'base64url')}`
  }
}
