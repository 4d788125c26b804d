import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import { problemText } from '@/shared/ui/problemText'
import { alertRulesQuery, type AlertRules } from './api'

/** Changes one rule; the answer is all of them. */
export function useRuleChange<V>(change: (value: V) => Promise<AlertRules>) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: (rules) => {
      queries.setQueryData(alertRulesQuery.queryKey, rules)
      void message.success(t('common.saved'))
    },
    onError: (error) => void message.error(problemText(error)),
  })
}
