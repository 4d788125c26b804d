import { useMutation } from '@tanstack/react-query'
import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import { api } from '@/shared/api'
import { useLabels } from '@/shared/i18n/labels'
import { recordApi } from '@/shared/paths'
import { asProblem } from '@/shared/problem'
import type { Ack, RecordView } from '@/shared/types'
import { problemText } from '@/shared/ui/problemText'
import { useRefresh } from '@/features/record/record'

/** Performs a command that asks for nothing: one press, no form. */
export function useRunNow(view: RecordView) {
  const { t } = useTranslation()
  const labels = useLabels()
  const { message } = App.useApp()
  const refresh = useRefresh(view.id)
  return useMutation({
    mutationFn: (command: string) =>
      api.post<Ack>(`${recordApi(view.kind, view.id)}/commands`, { command }, { version: view.version }),
    onSuccess: async (_ack, command) => {
      await refresh()
      void message.success(t('record.performed', { command: labels.command(command) }))
    },
    onError: async (error) => {
      void message.error({ content: problemText(error), duration: 6 })
      if (asProblem(error).code === 'stale') await refresh()
    },
  })
}
