import { useMutation, useQuery } from '@tanstack/react-query'
import { Alert, Button, Checkbox } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '@/shared/api'
import { useAccountWords } from '@/shared/i18n/account'
import { formatInstant } from '@/shared/time'
import { Loaded } from '@/shared/ui/Loaded'
import { problemText } from '@/shared/ui/problemText'
import styles from './session.module.css'

/** The rules of conduct in the reader's language, and the word that they will be kept. */
export function ConductConsent({ onDone }: { onDone: () => void }) {
  const { i18n } = useTranslation()
  const { t } = useAccountWords()
  const [read, setRead] = useState(false)
  const rules = useQuery({
    queryKey: ['conduct'],
    queryFn: ({ signal }) => api.get('/api/me/conduct', { signal }),
  })
  const agree = useMutation({
    mutationFn: (version: number) => api.post('/api/me/conduct', { body: { version } }),
    onSuccess: onDone,
    onError: () => void rules.refetch(),
  })
  return (
    <Loaded query={rules}>
      {({ version, textZh, textEn, publishedAt }) => (
        <>
          <p>{t('conductVersion', { version, at: formatInstant(publishedAt) })}</p>
          <div className={styles.rules}>{i18n.language === 'zh-CN' ? textZh : textEn}</div>
          {agree.error && <Alert type="error" showIcon title={problemText(agree.error)} style={{ marginTop: 12 }} />}
          <p style={{ marginBlock: 16 }}>
            <Checkbox checked={read} onChange={(event) => setRead(event.target.checked)}>
              {t('conductAgree')}
            </Checkbox>
          </p>
          <Button type="primary" disabled={!read} loading={agree.isPending} onClick={() => agree.mutate(version)}>
            {t('conductGo')}
          </Button>
        </>
      )}
    </Loaded>
  )
}
