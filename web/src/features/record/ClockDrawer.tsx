import { Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import { ClockExplanation } from '@/features/record/ClockExplanation'
import { useExplained } from '@/features/record/useExplained'
import { useLabels } from '@/shared/i18n/labels'
import type { RecordView } from '@/shared/types'
import { usePhone } from '@/shared/viewport'

/** Beside the record, whichever of its times was asked. */
export function ClockDrawer({ view }: { view: RecordView }) {
  const { t } = useTranslation()
  const labels = useLabels()
  const phone = usePhone()
  const [id, explain] = useExplained()
  const clock = view.clocks.find((one) => one.id === id)
  return (
    <Drawer
      open={clock !== undefined}
      onClose={() => explain(undefined)}
      size={phone ? '100%' : 480}
      title={clock ? `${labels.value('ClockName', clock.name)} · ${t('record.explain')}` : ''}
      destroyOnHidden
    >
      {clock && <ClockExplanation view={view} clock={clock} />}
    </Drawer>
  )
}
