import { describe, expect, it } from 'vitest'
import { differences } from './differences'

const gold = {
  name: 'gold',
  units: ['a'],
  promises: [
    { clock: 'RESTORE', limit: 'PT2H' },
    { clock: 'CONFIRM', limit: 'PT1H' },
  ],
}
const basic = { name: 'basic', units: [], promises: [] }

describe('what a change changes', () => {
  it('is nothing where both say the same', () => {
    expect(differences({ agreements: [gold, basic] }, { agreements: [gold, basic] })).toEqual([])
  })

  it('is told down to the single figure, in the thing of that name', () => {
    const other = { ...gold, promises: [{ clock: 'RESTORE', limit: 'PT3H' }, gold.promises[1]] }
    expect(differences({ agreements: [gold, basic] }, { agreements: [other, basic] })).toEqual([
      { path: ['agreements', 'gold', 'promises', '#1', 'limit'], was: 'PT2H', now: 'PT3H' },
    ])
  })

  it('is a whole thing where it comes or goes', () => {
    expect(differences({ agreements: [gold, basic] }, { agreements: [gold] })).toEqual([
      { path: ['agreements', 'basic'], was: basic, now: undefined },
    ])
    expect(differences({ agreements: [] }, { agreements: [basic] })).toEqual([
      { path: ['agreements', 'basic'], was: undefined, now: basic },
    ])
  })

  it('is the order where nothing else differs', () => {
    expect(differences([gold, basic], [basic, gold])).toEqual([
      { path: ['order'], was: ['gold', 'basic'], now: ['basic', 'gold'] },
    ])
  })

  it('is one list of words against another', () => {
    expect(differences({ levels: ['LEVEL_I'] }, { levels: ['LEVEL_I', 'LEVEL_II'] })).toEqual([
      { path: ['levels'], was: ['LEVEL_I'], now: ['LEVEL_I', 'LEVEL_II'] },
    ])
  })
})
