export const KINDS = ['FAULT', 'SERVICE_REQUEST', 'CONSULTATION', 'ALERT', 'SECURITY'] as const
export const EFFECTS = ['UNUSABLE', 'IMPAIRED', 'MINOR'] as const
export const IMPACTS = ['ONE_PERSON', 'ONE_UNIT', 'SEVERAL_UNITS', 'ORGANISATION'] as const
export const URGENCIES = ['HIGH', 'MEDIUM', 'LOW'] as const
export const LINES = ['DESK', 'MOBILE'] as const
/** How a person may have told the desk; alerts and the portal come in by themselves. */
export const CHANNELS = ['HOTLINE', 'MOBILE', 'EMAIL', 'ON_SITE', 'INSPECTION', 'DIRECTIVE'] as const
