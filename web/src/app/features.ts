import { feature as importing } from '@/features/importing/feature'
import { feature as report } from '@/features/report/feature'
import { feature as agreement } from '@/features/agreement/feature'
import { feature as account } from '@/features/account/feature'
import { feature as approval } from '@/features/approval/feature'
import { feature as backup } from '@/features/backup/feature'
import { feature as breach } from '@/features/breach/feature'
import { feature as calendar } from '@/features/calendar/feature'
import { feature as cmdb } from '@/features/cmdb/feature'
import { feature as identity } from '@/features/identity/feature'
import { feature as incident } from '@/features/incident/feature'
import { feature as ledger } from '@/features/ledger/feature'
import { feature as levelReport } from '@/features/levelreport/feature'
import { feature as monitoring } from '@/features/monitoring/feature'
import { feature as mywork } from '@/features/mywork/feature'
import { feature as operation } from '@/features/operation/feature'
import { feature as robot } from '@/features/robot/feature'
import { feature as servicedesk } from '@/features/servicedesk/feature'
import { feature as session } from '@/features/session/feature'
import { feature as setting } from '@/features/setting/feature'
import { feature as source } from '@/features/source/feature'
import { feature as token } from '@/features/token/feature'
import { feature as vault } from '@/features/vault/feature'
import { feature as workorder } from '@/features/workorder/feature'
import type { Feature } from '@/shared/feature'

/** Everything the application is made of, in the order of the menu. */
export const features: Feature[] = [
  mywork,
  approval,
  account,
  servicedesk,
  incident,
  workorder,
  levelReport,
  cmdb,
  vault,
  monitoring,
  report,
  breach,
  identity,
  source,
  calendar,
  agreement,
  robot,
  setting,
  operation,
  ledger,
  backup,
  importing,
  token,
  session,
]
