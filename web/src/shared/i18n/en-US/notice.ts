import type zh from '@/shared/i18n/zh-CN/notice'
import type { Shape } from '@/shared/i18n/shape'

const texts: Shape<typeof zh> = {
  title: 'Notices',
}
export default texts
