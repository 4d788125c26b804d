import { theme as antdTheme, type ThemeConfig } from 'antd'

const FONT =
  '-apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", Roboto, "Helvetica Neue", Arial, sans-serif'

const shared = {
  fontFamily: FONT,
  fontSize: 14,
  lineHeight: 22 / 14,
  borderRadius: 6,
  motionDurationFast: '0.08s',
  motionDurationMid: '0.12s',
  motionDurationSlow: '0.15s',
}

const light = {
  colorPrimary: '#1d4f91',
  colorInfo: '#1d4f91',
  colorPrimaryBg: '#e8eff8',
  colorInfoBg: '#eef4fb',
  colorInfoBorder: '#b9cfea',
  colorLink: '#1d4f91',
  colorLinkHover: '#153c70',
  colorSuccess: '#067647',
  colorWarning: '#b54708',
  colorError: '#b42318',
  colorText: '#1b2430',
  colorTextSecondary: '#4a5565',
  colorTextTertiary: '#5b6675',
  colorTextDescription: '#5b6675',
  colorTextPlaceholder: '#667080',
  colorBgLayout: '#f5f7fa',
  colorBorder: '#cbd2dc',
  colorBorderSecondary: '#e3e8ef',
}

const dark = {
  colorPrimary: '#4f86cf',
  colorInfo: '#7fb0ee',
  colorPrimaryBg: '#1d2b40',
  colorInfoBg: '#18222f',
  colorInfoBorder: '#2f4a6d',
  colorLink: '#8ab8f2',
  colorLinkHover: '#b0d0f8',
  colorSuccess: '#3fb681',
  colorWarning: '#e6a04b',
  colorError: '#f2837a',
  colorText: '#e4e8ee',
  colorTextSecondary: '#b3bcc9',
  colorTextTertiary: '#9aa5b4',
  colorTextDescription: '#9aa5b4',
  colorTextPlaceholder: '#8b96a5',
  colorBgBase: '#12161c',
  colorBgLayout: '#0e1217',
  colorBgContainer: '#161b22',
  colorBgElevated: '#1d232c',
  colorBorder: '#3a4452',
  colorBorderSecondary: '#28303b',
}

/** What our own style sheets need beyond the kit's tokens. */
const extraLight = {
  colorFill: '#dfe5ec',
  colorFillSubtle: '#f0f3f7',
  colorHover: '#f3f6fa',
  colorSelected: '#e8eff8',
  colorNoteBg: '#fff8e6',
  colorNoteBorder: '#e3c36b',
  colorBgContainer: '#ffffff',
  colorBgElevated: '#ffffff',
  gradeSolidText: '#ffffff',
  grade1: '#b42318',
  grade2: '#b54708',
  grade3: '#8a4b08',
}
const extraDark = {
  colorFill: '#303946',
  colorFillSubtle: '#1f2630',
  colorHover: '#1b222b',
  colorSelected: '#1d2b40',
  colorNoteBg: '#2a2415',
  colorNoteBorder: '#7a6426',
  gradeSolidText: '#16100c',
  grade1: '#f2837a',
  grade2: '#e6a04b',
  grade3: '#e0ae6e',
}

/** The tokens as custom properties (`--hw-color-text`, …), for our own style sheets. */
export function customProperties(isDark: boolean): [string, string][] {
  const tokens = isDark ? { ...extraLight, ...dark, ...extraDark } : { ...light, ...extraLight }
  const kebab = (name: string) => name.replace(/([A-Z]|\d+)/g, (part) => `-${part.toLowerCase()}`)
  return Object.entries(tokens).map(([name, value]) => [`--hw-${kebab(name)}`, value])
}

export function themeFor(isDark: boolean): ThemeConfig {
  const palette = isDark ? dark : light
  const bar = palette === dark ? dark.colorBgContainer : '#ffffff'
  return {
    hashed: false,
    algorithm: isDark ? antdTheme.darkAlgorithm : antdTheme.defaultAlgorithm,
    token: { ...shared, ...palette },
    components: {
      Layout: { siderBg: bar, headerBg: bar, triggerBg: bar, headerHeight: 48, headerPadding: '0 16px' },
      Menu: {
        itemHeight: 36,
        activeBarBorderWidth: 0,
        groupTitleColor: palette.colorTextTertiary,
        groupTitleFontSize: 12,
        itemSelectedBg: isDark ? extraDark.colorSelected : extraLight.colorSelected,
        itemSelectedColor: palette.colorLink,
      },
      Button: {
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
      },
      Tabs: {
        itemSelectedColor: palette.colorLink,
        itemHoverColor: palette.colorLinkHover,
        itemActiveColor: palette.colorLinkHover,
        inkBarColor: palette.colorLink,
      },
      ...(isDark && {
        Badge: { colorTextLightSolid: '#16100c' },
        Radio: {
          colorPrimary: dark.colorLink,
          colorPrimaryHover: dark.colorLinkHover,
          colorPrimaryActive: dark.colorLink,
        },
      }),
      Drawer: { footerPaddingBlock: 12 },
      Form: { itemMarginBottom: 16, labelColor: palette.colorTextSecondary },
    },
  }
}
