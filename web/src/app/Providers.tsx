import { LoadingOutlined } from '@ant-design/icons'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { App, ConfigProvider } from 'antd'
import type { Locale } from 'antd/es/locale'
import dayjs from 'dayjs'
import { type ReactNode, useEffect, useLayoutEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { customProperties, themeFor } from '@/app/theme'
import { useIsDark } from '@/shared/appearance'
import type { Language } from '@/shared/i18n'
import { Problem } from '@/shared/problem'

const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      refetchOnWindowFocus: true,
      retry: (failures, error) =>
        failures < 2 && (!(error instanceof Problem) || error.status >= 500 || error.status === 0),
    },
    mutations: { retry: false },
  },
})

/** While it works a button keeps its name: the kit's own sign is read out, and may stay behind unseen. */
const button = { autoInsertSpace: false, loadingIcon: <LoadingOutlined aria-hidden /> }

/** The kit's own texts; fetched with the language. */
const kitLocales: Record<Language, () => Promise<Locale>> = {
  'zh-CN': async () => {
    await import('dayjs/locale/zh-cn')
    return (await import('antd/es/locale/zh_CN')).default
  },
  'en-US': async () => (await import('antd/es/locale/en_US')).default,
}

function useKitLocale(): Locale | undefined {
  const { i18n } = useTranslation()
  const language = i18n.language as Language
  const [locale, setLocale] = useState<Locale>()
  useEffect(() => {
    let current = true
    void kitLocales[language]().then((loaded) => {
      dayjs.locale(language === 'zh-CN' ? 'zh-cn' : 'en')
      if (current) setLocale(loaded)
    })
    return () => {
      current = false
    }
  }, [language])
  return locale
}

export function Providers({ children }: { children: ReactNode }) {
  const dark = useIsDark()
  const locale = useKitLocale()
  useLayoutEffect(() => {
    const root = document.documentElement.style
    root.colorScheme = dark ? 'dark' : 'light'
    for (const [name, value] of customProperties(dark)) root.setProperty(name, value)
  }, [dark])
  if (!locale) return null
  return (
    <ConfigProvider theme={themeFor(dark)} locale={locale} button={button}>
      <App message={{ maxCount: 3, duration: 2.5 }} style={{ height: '100%' }}>
        <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
      </App>
    </ConfigProvider>
  )
}
