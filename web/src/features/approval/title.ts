import { lookUp, type Labels } from '@/shared/i18n/labels'

/** What an act is done to, in words: a setting has a key in the data and a name in the language of whoever reads. */
export const subjectWords = (name: string): string => lookUp(`setting.${name}`) ?? name

/** What is asked for, in the language of whoever reads, not of whoever asked. */
export const approvalTitle = (labels: Labels, operation: string, subject: string | null | undefined): string =>
  [labels.command(operation), subject && subjectWords(subject)].filter(Boolean).join(' · ')
