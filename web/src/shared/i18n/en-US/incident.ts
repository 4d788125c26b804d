import type zh from '@/shared/i18n/zh-CN/incident'
import type { Shape } from '@/shared/i18n/shape'

const texts: Shape<typeof zh> = {
  title: 'Incidents',
  none: 'No incidents yet',
  noneHint: 'What the desk registers, people report and monitoring sends appears here',
}
export default texts
