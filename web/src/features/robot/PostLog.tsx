import { useTranslation } from 'react-i18next'
import { ListFrame } from '@/features/record/ListFrame'
import { useLabels } from '@/shared/i18n/labels'
import { formatInstant } from '@/shared/time'
import { useSlice } from '@/shared/useSlice'
import type { Post } from './api'
import styles from './robot.module.css'

function PostLine({ post }: { post: Post }) {
  const { t } = useTranslation()
  const labels = useLabels()
  const why = [labels.value('PostFailure', post.reason), post.reason ? post.said : ''].filter(Boolean).join(' · ')
  return (
    <li className={styles.line}>
      <span>
        <span className={styles.state} data-state={post.state}>
          {labels.value('PostState', post.state)}
        </span>{' '}
        {post.title}
      </span>
      {why && <span className={styles.quiet}>{why}</span>}
      <span className={styles.quiet}>
        {formatInstant(post.at)}
        {post.attempts > 1 && ` · ${t('robots.attempts', { count: post.attempts })}`}
        {post.nextAt && post.attempts > 0 && ` · ${t('robots.nextAt', { at: formatInstant(post.nextAt) })}`}
      </span>
    </li>
  )
}

/** What the group was told, what waits, and why something was not told. */
export function PostLog({ robot }: { robot: string }) {
  const { t } = useTranslation()
  const list = useSlice('/api/robots/{id}/posts', {}, { path: { id: robot }, size: 20 })
  return (
    <>
      <h3 className={styles.subtitle}>{t('robots.log')}</h3>
      <ListFrame list={list} onClear={undefined} empty={<p className={styles.quiet}>{t('robots.logNone')}</p>}>
        <ul className={styles.lines}>
          {list.rows.map((post) => (
            <PostLine key={post.id} post={post} />
          ))}
        </ul>
      </ListFrame>
    </>
  )
}
