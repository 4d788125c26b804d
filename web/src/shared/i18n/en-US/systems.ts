import type zh from '@/shared/i18n/zh-CN/systems'
import type { Shape } from '@/shared/i18n/shape'

const texts: Shape<typeof zh> = {
  title: 'Systems',
}
export default texts
