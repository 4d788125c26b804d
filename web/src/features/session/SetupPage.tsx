import { useTranslation } from 'react-i18next'

export default function SetupPage() {
  const { t } = useTranslation()
  return <h1>{t('session.title')}</h1>
}
