import type zh from '@/shared/i18n/zh-CN/intake'
import type { Shape } from '@/shared/i18n/shape'

const texts: Shape<typeof zh> = {
  title: 'Desk intake',
}
export default texts
