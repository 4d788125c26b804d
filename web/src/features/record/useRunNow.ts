import { useMutation } from '@tanstack/react-query'
import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import { newKey } from '@/shared/api'
import { useLabels } from '@/shared/i18n/labels'
import { asProblem } from '@/shared/problem'
import type { RecordView } from '@/shared/types'
import { useHeld } from '@/shared/useHeld'
import { problemText } from '@/shared/ui/problemText'
import { perform, useRefresh } from '@/features/record/record'

/** Performs a command that asks for nothing: one press, no form. */
export function useRunNow(view: RecordView) {
  const { t } = useTranslation()
  const labels = useLabels()
  const { message } = App.useApp()
  const refresh = useRefresh(view.id)
  const held = useHeld()
  return useMutation({
    mutationFn: (command: string) => perform(view, { command }, view.version, newKey()),
    onSuccess: async (_ack, command) => {
      await refresh()
      void message.success(t('record.performed', { command: labels.command(command) }))
    },
    onError: async (error) => {
      if (held(error)) return
      void message.error({ content: problemText(error), duration: 6 })
      if (asProblem(error).code === 'stale') await refresh()
    },
  })
}
