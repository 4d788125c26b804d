import type zh from '@/shared/i18n/zh-CN/imports'
import type { Shape } from '@/shared/i18n/shape'

const texts: Shape<typeof zh> = {
  title: 'History import',
}
export default texts
