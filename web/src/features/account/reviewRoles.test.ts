import { expect, test } from 'vitest'
import type { ReviewLine } from './api'
import { commonRoles, keyOf } from './reviewRoles'

const role = (code: string, unit: string, lent = false, source: string | null = null) => ({
  role: code,
  name: code,
  unit,
  unitName: unit,
  until: null,
  administrator: false,
  lent,
  source,
})
const line = (...roles: ReviewLine['roles']) => ({ roles }) as ReviewLine

test('one word takes away only what all of the chosen hold themselves', () => {
  const lines = [
    line(role('ENGINEER', 'a'), role('OPS_MANAGER', 'a'), role('DEPT_HEAD', 'a')),
    line(role('ENGINEER', 'a'), role('OPS_MANAGER', 'b'), role('DEPT_HEAD', 'a', true)),
  ]
  expect(commonRoles(lines).map(keyOf)).toEqual(['ENGINEER@a'])
})

test('what is held by standing in for somebody ends with that', () => {
  expect(commonRoles([line(role('DEPT_HEAD', 'a', true))])).toEqual([])
  expect(commonRoles([])).toEqual([])
})

test('what a group elsewhere brings is taken away there', () => {
  expect(commonRoles([line(role('ENGINEER', 'a', false, 'AD'))])).toEqual([])
})
