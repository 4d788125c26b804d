import type zh from '@/shared/i18n/zh-CN/systems'
import type { Shape } from '@/shared/i18n/shape'

const texts: Shape<typeof zh> = {
  title: 'Systems',
  search: 'Search by name or code',
  new: 'New system',
  edit: 'Edit {{name}}',
  none: 'No systems yet',
  noneHint: 'Intake and time limits use the class, service hours and responsible person of each system',
  codeHint: 'Capital letters, digits, dots and dashes, such as TCBS-PROD',
  classHint: 'Class A matters most. Time limits follow from the class of the system and the level of the fault',
  activeHint: 'A retired system is no longer offered at intake; its history stays',
  inUse: 'In use',
  retired: 'Retired',
  openIncidents: 'Open incidents',
  statistics: 'Statistics',
  fields: {
    name: 'Name',
    code: 'Code',
    systemClass: 'System class',
    serviceHours: 'Service hours',
    unit: 'Owning unit',
    responsible: 'Responsible person',
    group: 'Operations group',
    description: 'Description',
    active: 'Status',
  },
}
export default texts
