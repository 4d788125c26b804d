import type zh from '@/shared/i18n/zh-CN/session'
import type { Shape } from '@/shared/i18n/shape'

const session: Shape<typeof zh> = {
  title: 'Sign in',
  signIn: 'Sign in',
  username: 'Account',
  password: 'Password',
  needUsername: 'Enter your account',
  needPassword: 'Enter your password',
  wrong: 'Account or password is wrong, or the account is suspended',
  kept: 'What you typed is still here. Sign in to go on.',
  setup: 'First start',
  setupIntro:
    'Name three administrators. Each holds one part and checks the others, so they must be three different people.',
  setupSubmit: 'Create the three administrators',
  setupDone: 'First start',
  setupReady: 'The three administrators exist. You can sign in',
  setupNotNeeded: 'This system is already set up',
  code: 'Installation code',
  codeHint: 'Printed in the log of the server at its first start',
  realName: 'Name',
  admin: { SYSTEM: 'System administrator', SECURITY: 'Security administrator', AUDIT: 'Auditor' },
  adminDuty: {
    SYSTEM: 'Installs, configures, backs up and keeps units and people; cannot grant rights.',
    SECURITY: 'Grants rights and keeps the security rules; cannot change business records.',
    AUDIT: 'Reads every log; cannot change anything.',
  },
  tokens: 'API tokens',
  tokensIntro:
    'They let a script or another system act in your name. A token is shown once, when it is made. Revoke what is no longer used.',
  tokenNew: 'New token',
  tokenName: 'Name',
  tokenNameHint: 'Say what it is for, such as: alert intake',
  tokenPermissions: 'Permissions',
  tokenPermissionsHint: 'None chosen means the same as your own',
  tokenExpires: 'Expires',
  tokenNever: 'Never',
  tokenUsed: 'Last used',
  tokenCreated: 'Created',
  tokenRevoke: 'Revoke',
  tokenRevokeAsk: 'Whatever uses it loses access at once.',
  tokenOnce: 'Copy it now. It will not be shown again',
  tokenNone: 'No tokens yet',
}
export default session
