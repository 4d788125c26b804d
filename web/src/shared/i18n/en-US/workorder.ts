import type zh from '@/shared/i18n/zh-CN/workorder'
import type { Shape } from '@/shared/i18n/shape'

const texts: Shape<typeof zh> = {
  title: 'Work orders',
}
export default texts
