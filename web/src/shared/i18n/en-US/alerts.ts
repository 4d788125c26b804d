import type zh from '@/shared/i18n/zh-CN/alerts'
import type { Shape } from '@/shared/i18n/shape'

const texts: Shape<typeof zh> = {
  title: 'Received events',
}
export default texts
