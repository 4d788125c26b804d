export interface Step {
  clock: string | null
  levels: string[]
  percent: number
  wall: boolean
  hearers: string[]
  roles: string[]
  robots: string[]
  raise: boolean
  group: string | null
}
export interface Escalation {
  steps: Step[]
}

export const inOrder = (steps: Step[]): Escalation => ({
  steps: steps.toSorted((one, other) => one.percent - other.percent),
})

export const newStep = (): Step => ({
  clock: null,
  levels: [],
  percent: 100,
  wall: false,
  hearers: [],
  roles: [],
  robots: [],
  raise: false,
  group: null,
})
