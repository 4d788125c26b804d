import type zh from '@/shared/i18n/zh-CN/people'
import type { Shape } from '@/shared/i18n/shape'

const texts: Shape<typeof zh> = {
  title: 'People and units',
}
export default texts
