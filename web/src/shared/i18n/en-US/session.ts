import type zh from '@/shared/i18n/zh-CN/session'
import type { Shape } from '@/shared/i18n/shape'

const texts: Shape<typeof zh> = {
  title: 'Sign in',
}
export default texts
