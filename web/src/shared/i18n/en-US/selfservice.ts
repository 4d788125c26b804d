import type zh from '@/shared/i18n/zh-CN/selfservice'
import type { Shape } from '@/shared/i18n/shape'

const texts: Shape<typeof zh> = {
  title: 'Self-service',
}
export default texts
