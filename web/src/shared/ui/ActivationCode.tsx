import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Typography } from 'antd'
import { api } from '@/shared/api'
import { useAccountWords } from '@/shared/i18n/account'
import { formatInstant } from '@/shared/time'
import { problemText } from '@/shared/ui/problemText'

/** Makes the one-time code with which somebody sets the own password; it is shown here and nowhere again. */
export function ActivationCode({ person }: { person: string }) {
  const { t } = useAccountWords()
  const make = useMutation({
    mutationFn: () => api.post('/api/people/{id}/activation', { path: { id: person } }),
  })
  if (make.data) {
    const { code, username, expiresAt } = make.data
    return (
      <Alert
        type="success"
        style={{ marginBlock: 12 }}
        title={
          <Typography.Text copyable strong style={{ fontSize: 18, fontFamily: 'monospace' }}>
            {code}
          </Typography.Text>
        }
        description={t('activationHint', { username, at: formatInstant(expiresAt) })}
      />
    )
  }
  return (
    <div style={{ marginBlock: 12 }}>
      {make.error && <Alert type="error" showIcon title={problemText(make.error)} style={{ marginBottom: 8 }} />}
      <Button loading={make.isPending} onClick={() => make.mutate()} title={t('activationMore')}>
        {t('activationMake')}
      </Button>
    </div>
  )
}
