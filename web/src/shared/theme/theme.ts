import { theme, type ThemeConfig } from 'antd';
import { coloursOf, fontFamily } from './tokens';

/**
 * @param byThumb whether controls have to be as large as a thumb wants them
 * @param still whether people asked for a screen on which nothing moves
 */
export function antdTheme(isDark: boolean, byThumb: boolean, still = false): ThemeConfig {
  const colours = coloursOf(isDark);
  return {
    algorithm: isDark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: colours.jade,
      colorInfo: colours.info,
      colorSuccess: colours.success,
      colorWarning: colours.warning,
      colorError: colours.danger,
      colorLink: colours.jade,
      colorLinkHover: colours.jadeDark,
      colorText: colours.ink,
      colorTextSecondary: colours.secondary,
      colorTextTertiary: colours.secondary,
      colorTextDescription: colours.secondary,
      colorTextPlaceholder: colours.faint,
      colorTextLightSolid: colours.onFull,
      colorIcon: colours.secondary,
      colorBorder: colours.edge,
      controlItemBgActive: colours.jadeWash,
      colorBorderSecondary: colours.line,
      colorSplit: colours.line,
      colorBgLayout: colours.paper,
      colorBgContainer: colours.surface,
      colorBgElevated: colours.raised,
      fontFamily,
      fontSize: 14,
      borderRadius: 6,
      borderRadiusLG: 6,
      borderRadiusSM: 4,
      controlHeight: byThumb ? 44 : 32,
      ...(byThumb && { controlHeightSM: 36, controlHeightLG: 48 }),
      wireframe: false,
      motion: !still,
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.15s',
      boxShadow: colours.float,
      boxShadowSecondary: colours.float,
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 400 },
      Table: {
        headerBg: colours.paper,
        headerColor: colours.secondary,
        headerSplitColor: 'transparent',
        headerBorderRadius: 0,
        rowHoverBg: colours.rowHover,
        rowSelectedBg: colours.rowPicked,
        rowSelectedHoverBg: colours.rowPickedHover,
        cellFontSize: 13,
        cellFontSizeSM: 13,
        cellPaddingBlockSM: 9,
        cellPaddingInlineSM: 12,
        borderColor: colours.line,
      },
      Tabs: { horizontalItemPadding: '8px 0', horizontalItemGutter: 24, titleFontSize: 14 },
      Form: { labelColor: colours.secondary, verticalLabelPadding: '0 0 4px', itemMarginBottom: 16 },
      Modal: { titleFontSize: 16 },
      Tooltip: { colorBgSpotlight: colours.ink },
      Tag: { defaultBg: colours.wash, defaultColor: colours.ink },
      Segmented: {
        trackBg: colours.track,
        ...(isDark && { itemSelectedBg: '#323A43', itemSelectedColor: colours.ink }),
      },
    },
  };
}
