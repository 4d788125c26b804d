import agreements from '@/shared/i18n/en-US/agreements'
import alerts from '@/shared/i18n/en-US/alerts'
import appeals from '@/shared/i18n/en-US/appeals'
import approvals from '@/shared/i18n/en-US/approvals'
import backup from '@/shared/i18n/en-US/backup'
import breaches from '@/shared/i18n/en-US/breaches'
import calendars from '@/shared/i18n/en-US/calendars'
import operation from '@/shared/i18n/en-US/operation'
import command from '@/shared/i18n/en-US/command'
import common from '@/shared/i18n/en-US/common'
import enumLabels from '@/shared/i18n/en-US/enum'
import field from '@/shared/i18n/en-US/field'
import imports from '@/shared/i18n/en-US/imports'
import incident from '@/shared/i18n/en-US/incident'
import intake from '@/shared/i18n/en-US/intake'
import levelReports from '@/shared/i18n/en-US/levelReports'
import ledger from '@/shared/i18n/en-US/ledger'
import mywork from '@/shared/i18n/en-US/mywork'
import notice from '@/shared/i18n/en-US/notice'
import people from '@/shared/i18n/en-US/people'
import record from '@/shared/i18n/en-US/record'
import rights from '@/shared/i18n/en-US/rights'
import robots from '@/shared/i18n/en-US/robots'
import selfservice from '@/shared/i18n/en-US/selfservice'
import session from '@/shared/i18n/en-US/session'
import setting from '@/shared/i18n/en-US/setting'
import settings from '@/shared/i18n/en-US/settings'
import shell from '@/shared/i18n/en-US/shell'
import shipped from '@/shared/i18n/en-US/shipped'
import statistics from '@/shared/i18n/en-US/statistics'
import systems from '@/shared/i18n/en-US/systems'
import vault from '@/shared/i18n/en-US/vault'
import workorder from '@/shared/i18n/en-US/workorder'

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
