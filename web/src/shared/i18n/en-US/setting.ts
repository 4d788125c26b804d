import type zh from '@/shared/i18n/zh-CN/setting'
import type { Shape } from '@/shared/i18n/shape'

const texts: Shape<typeof zh> = {
  sla: {
    confirm: 'Confirmation limit',
    response: {
      'level-i': 'Response limit, level I',
      'level-ii': 'Response limit, level II',
      'level-iii': 'Response limit, level III',
      'level-iv': 'Response limit, level IV',
    },
    restore: {
      a: {
        'level-i': 'Restoration limit, class A, level I',
        'level-ii': 'Restoration limit, class A, level II',
        'level-iii': 'Restoration limit, class A, level III',
        'level-iv': 'Restoration limit, class A, level IV',
      },
      b: {
        'level-i': 'Restoration limit, class B, level I',
        'level-ii': 'Restoration limit, class B, level II',
        'level-iii': 'Restoration limit, class B, level III',
        'level-iv': 'Restoration limit, class B, level IV',
      },
      c: {
        'level-i': 'Restoration limit, class C, level I',
        'level-ii': 'Restoration limit, class C, level II',
        'level-iii': 'Restoration limit, class C, level III',
        'level-iv': 'Restoration limit, class C, level IV',
      },
    },
    'warning-percent': 'Warn when this much of a limit is used',
    calendar: {
      confirm: 'Calendar of the confirmation limit',
      'level-i': 'Calendar for level I',
      'level-ii': 'Calendar for level II',
      'level-iii': 'Calendar for level III',
      'level-iv': 'Calendar for level IV',
    },
  },
  incident: {
    'confirm-limit': 'Confirmation limit',
    'priority-matrix': 'Priority matrix (urgency × scope of impact)',
    'level-rules': 'Rules for fault levels',
  },
  record: {
    'due-soon': 'How near a limit is "due soon"',
  },
  identity: {
    'session-idle': 'Sign out after being idle',
    'session-longest': 'Longest session',
    'sign-in-attempts': 'Wrong passwords before locking',
    'sign-in-lock': 'Time of locking',
    'shortest-password': 'Shortest password',
    'password-kinds': 'Kinds of characters a password has',
    'password-longest-run': 'Longest sequence or repetition in a password',
    'password-history': 'Last passwords that may not be used again',
    'password-age': 'Password expiry (people)',
    'password-age-integration': 'Password expiry (integration accounts)',
    'password-warning': 'Warning before a password expires',
    'parallel-sessions': 'When an account is in use in two places',
    'second-factor-roles': 'Roles that need an authenticator',
    'key-operations': 'Key operations (permissions) that need a fresh proof',
    'generic-names': 'Generic names that are refused for accounts',
    'activation-valid': 'How long an activation code is valid',
    'account-end-warning': 'How long before its end an account is warned of',
    'fresh-authentication': 'How long a proof is fresh',
  },
  account: { execution: 'Time to carry out an account request that was consented to' },
  notification: {
    email: 'Send notices by e-mail',
    'email-attempts': 'Attempts to send a letter',
    'old-news': 'Age from which nobody is told any more',
  },
  import: {
    'largest-file': 'Largest file to import',
  },
  document: {
    'largest-file': 'Largest attachment',
    'allowed-kinds': 'Allowed kinds of attachment',
    'export-rows': 'Most rows of an export',
  },
  monitoring: {
    'largest-delivery': 'Largest delivery of alerts',
    'note-interval': 'Shortest interval between notes of the same alert',
    'searched-back': 'How far back words are sought among alerts',
  },
  approval: {
    rules: 'Acts that need consent, and their chains',
    'last-resort': 'Who is asked where a rule finds nobody',
    release: 'How long the maker may carry out what was agreed to',
    'urge-pause': 'Shortest time between two urgings',
    longest: 'After which a consent that nobody decides is over',
  },
}
export default texts
