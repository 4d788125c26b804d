import type zh from '@/shared/i18n/zh-CN/settings'
import type { Shape } from '@/shared/i18n/shape'

const texts: Shape<typeof zh> = {
  title: 'Settings',
}
export default texts
