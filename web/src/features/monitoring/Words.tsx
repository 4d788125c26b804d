import { Button, Form, Input, Popconfirm, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useLabels } from '@/shared/i18n/labels'
import { mapWord, type AlertRules } from './api'
import styles from './monitoring.module.css'
import { useRuleChange } from './useRuleChange'

interface Entry {
  word: string
  severity: number
}

/** What the sources call grave, and how grave it is here. */
export function Words({ words, may }: { words: AlertRules['words']; may: boolean }) {
  const { t } = useTranslation()
  const labels = useLabels()
  const [form] = Form.useForm<Entry>()
  const change = useRuleChange(mapWord)
  const severities = [1, 2, 3, 4, 5].map((value) => ({ value, label: labels.value('AlertSeverity', `${value}`) }))
  return (
    <section className={styles.sheet}>
      <h2>{t('alerts.words')}</h2>
      <p className={styles.hint}>{t('alerts.wordsHint')}</p>
      <ul className={styles.words}>
        {words.map(({ word, severity }) => (
          <li key={word}>
            <code>{word}</code>
            {may ? (
              <>
                <Select
                  value={severity}
                  options={severities}
                  aria-label={`${t('alerts.severity')} ${word}`}
                  onChange={(next: number) => change.mutate({ word, severity: next })}
                />
                <Popconfirm
                  title={t('alerts.forget', { word })}
                  okText={t('common.remove')}
                  onConfirm={() => change.mutateAsync({ word, severity: null }).catch(() => undefined)}
                >
                  <Button type="text" size="small" aria-label={`${t('common.remove')} ${word}`}>
                    {t('common.remove')}
                  </Button>
                </Popconfirm>
              </>
            ) : (
              <span>{labels.value('AlertSeverity', `${severity}`)}</span>
            )}
          </li>
        ))}
      </ul>
      {may && (
        <Form<Entry>
          form={form}
          layout="inline"
          className={styles.newWord ?? ''}
          initialValues={{ severity: 3 }}
          onFinish={(entry) => change.mutate(entry, { onSuccess: () => form.resetFields() })}
        >
          <Form.Item
            name="word"
            rules={[{ required: true, whitespace: true, message: t('common.required', { field: t('alerts.word') }) }]}
          >
            <Input maxLength={100} placeholder={t('alerts.word')} aria-label={t('alerts.word')} />
          </Form.Item>
          <Form.Item name="severity">
            <Select options={severities} aria-label={t('alerts.severity')} />
          </Form.Item>
          <Button htmlType="submit" loading={change.isPending}>
            {t('common.add')}
          </Button>
        </Form>
      )}
    </section>
  )
}
