import agreements from '@/shared/i18n/zh-CN/agreements'
import alerts from '@/shared/i18n/zh-CN/alerts'
import appeals from '@/shared/i18n/zh-CN/appeals'
import approvals from '@/shared/i18n/zh-CN/approvals'
import backup from '@/shared/i18n/zh-CN/backup'
import breaches from '@/shared/i18n/zh-CN/breaches'
import calendars from '@/shared/i18n/zh-CN/calendars'
import operation from '@/shared/i18n/zh-CN/operation'
import command from '@/shared/i18n/zh-CN/command'
import common from '@/shared/i18n/zh-CN/common'
import enumLabels from '@/shared/i18n/zh-CN/enum'
import field from '@/shared/i18n/zh-CN/field'
import imports from '@/shared/i18n/zh-CN/imports'
import incident from '@/shared/i18n/zh-CN/incident'
import intake from '@/shared/i18n/zh-CN/intake'
import levelReports from '@/shared/i18n/zh-CN/levelReports'
import ledger from '@/shared/i18n/zh-CN/ledger'
import mywork from '@/shared/i18n/zh-CN/mywork'
import notice from '@/shared/i18n/zh-CN/notice'
import people from '@/shared/i18n/zh-CN/people'
import record from '@/shared/i18n/zh-CN/record'
import rights from '@/shared/i18n/zh-CN/rights'
import robots from '@/shared/i18n/zh-CN/robots'
import selfservice from '@/shared/i18n/zh-CN/selfservice'
import session from '@/shared/i18n/zh-CN/session'
import setting from '@/shared/i18n/zh-CN/setting'
import settings from '@/shared/i18n/zh-CN/settings'
import shell from '@/shared/i18n/zh-CN/shell'
import shipped from '@/shared/i18n/zh-CN/shipped'
import statistics from '@/shared/i18n/zh-CN/statistics'
import systems from '@/shared/i18n/zh-CN/systems'
import vault from '@/shared/i18n/zh-CN/vault'
import workorder from '@/shared/i18n/zh-CN/workorder'

export default {
  agreements,
  alerts,
  appeals,
  approvals,
  backup,
  breaches,
  calendars,
  operation,
  command,
  common,
  enum: enumLabels,
  field,
  imports,
  incident,
  intake,
  ledger,
  levelReports,
  mywork,
  notice,
  people,
  record,
  rights,
  robots,
  selfservice,
  session,
  setting,
  settings,
  shell,
  shipped,
  statistics,
  systems,
  vault,
  workorder,
}
