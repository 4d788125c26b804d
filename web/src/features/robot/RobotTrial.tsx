import { useMutation } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useLabels } from '@/shared/i18n/labels'
import { problemText } from '@/shared/ui/problemText'
import { type PostOutcome, tryRobot } from './api'
import styles from './robot.module.css'

function Answer({ outcome }: { outcome: PostOutcome }) {
  const { t } = useTranslation()
  const labels = useLabels()
  if (!outcome.failure) return <Alert type="success" showIcon title={t('robots.trialWell')} />
  const why = labels.value('PostFailure', outcome.failure)
  return (
    <Alert
      type="error"
      showIcon
      title={t('robots.trialFailed')}
      description={outcome.said ? t('robots.trialSaid', { why, said: outcome.said }) : why}
    />
  )
}

/** Has the robot say something now, and shows what came of it. */
export function RobotTrial({ robot, onTried }: { robot: string; onTried: () => void }) {
  const { t } = useTranslation()
  const trial = useMutation({ mutationFn: () => tryRobot(robot), onSettled: onTried })
  return (
    <div className={styles.trial}>
      <Button loading={trial.isPending} onClick={() => trial.mutate()}>
        {t('robots.trial')}
      </Button>
      <div aria-live="polite">
        {trial.isError && <Alert type="error" showIcon title={problemText(trial.error)} />}
        {trial.data && !trial.isPending && <Answer outcome={trial.data} />}
      </div>
    </div>
  )
}
