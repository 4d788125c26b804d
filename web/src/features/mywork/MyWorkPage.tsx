import { useTranslation } from 'react-i18next'

export default function MyWorkPage() {
  const { t } = useTranslation()
  return <h1>{t('mywork.title')}</h1>
}
