import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import enUS from './en-US'
import zhCN from './zh-CN'

/** The words about accounts are many and seldom needed: they come with the pages that speak them. */
i18next.addResourceBundle('zh-CN', 'account', zhCN)
i18next.addResourceBundle('en-US', 'account', enUS)

export const useAccountWords = () => useTranslation('account')
