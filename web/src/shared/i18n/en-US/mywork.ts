import type zh from '@/shared/i18n/zh-CN/mywork'
import type { Shape } from '@/shared/i18n/shape'

const texts: Shape<typeof zh> = {
  title: 'My work',
}
export default texts
