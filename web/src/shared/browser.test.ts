import { expect, it } from 'vitest'
import { browserOf } from '@/shared/browser'

it('calls browsers by the names people use, and leaves a stranger its own', () => {
  expect(browserOf('Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0')).toBe(
    'Firefox · Windows',
  )
  expect(
    browserOf(
      'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36 MicroMessenger/8.0',
    ),
  ).toBe('WeChat · Android')
  expect(browserOf('curl/8.5.0')).toBe('curl/8.5.0')
  expect(browserOf(null)).toBeUndefined()
})
