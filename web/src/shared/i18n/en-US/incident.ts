import type zh from '@/shared/i18n/zh-CN/incident'
import type { Shape } from '@/shared/i18n/shape'

const texts: Shape<typeof zh> = {
  title: 'Incidents',
}
export default texts
