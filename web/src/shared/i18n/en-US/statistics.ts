import type zh from '@/shared/i18n/zh-CN/statistics'
import type { Shape } from '@/shared/i18n/shape'

const texts: Shape<typeof zh> = {
  title: 'Statistics',
}
export default texts
