import type zh from '@/shared/i18n/zh-CN/record'
import type { Shape } from '@/shared/i18n/shape'

const texts: Shape<typeof zh> = {
  title: 'Record',
}
export default texts
