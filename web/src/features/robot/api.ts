import { queryOptions } from '@tanstack/react-query'
import { api } from '@/shared/api'
import type { Schemas } from '@/shared/contract'

export type Robot = Schemas['RobotQueriesRobot']
export type Post = Schemas['RobotQueriesPost']
export type PostOutcome = Schemas['PostOutcome']

/** What stands in the form. Address and secret come from a person alone: the server never gives them back. */
export interface Answers {
  name: string
  kind: Robot['kind']
  unit: string
  active?: boolean
  access?: { webhook?: string; secret?: string }
}

export const ROBOTS = ['robots']
export const LISTS = [
  ['list', '/api/robots'],
  ['list', '/api/robots/{id}/posts'],
]

export const robotQuery = (id: string) =>
  queryOptions({
    queryKey: [...ROBOTS, id],
    queryFn: ({ signal }) => api.get('/api/robots/{id}', { path: { id }, signal }),
  })

function accessOf({ access, kind }: Answers): Schemas['RobotAccess'] | null {
  const webhook = access?.webhook?.trim()
  if (!webhook) return null
  const secret = kind === 'WECOM' ? null : access?.secret?.trim() || null
  return { webhook, secret }
}

export function saveRobot(robot: Robot | undefined, answers: Answers, idempotencyKey: string): Promise<unknown> {
  const name = answers.name.trim()
  const access = accessOf(answers)
  if (robot)
    return api.put('/api/robots/{id}', {
      path: { id: robot.id },
      body: { name, active: answers.active ?? robot.active, access },
      version: robot.version,
    })
  const { kind, unit } = answers
  return api.post('/api/robots', { body: { name, kind, unit, access: access ?? { webhook: '' } }, idempotencyKey })
}

export const switchRobot = (robot: Robot) =>
  api.put('/api/robots/{id}', {
    path: { id: robot.id },
    body: { name: robot.name, active: !robot.active, access: null },
    version: robot.version,
  })

export const tryRobot = (id: string) => api.post('/api/robots/{id}/test', { path: { id } })
