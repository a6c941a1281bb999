// The library's controls in our colours and sizes. It derives shades by arithmetic, so it is given values, not variables.
import { theme, type ThemeConfig } from 'antd';
import { isDark, type Preferences } from '../client/preferences.ts';

const SANS =
  "'Inter Variable', 'PingFang SC', 'HarmonyOS Sans SC', 'Noto Sans SC', 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif";

const LIGHT = {
  colorPrimary: '#0F6B6B',
  colorLink: '#0F6B6B',
  colorBgLayout: '#FAFAF7',
  colorBgContainer: '#FFFFFF',
  colorText: '#1C2430',
  colorTextSecondary: '#566070',
  colorTextDescription: '#566070',
  colorTextPlaceholder: '#646E7C',
  colorBorder: '#CFCFC6',
  colorBorderSecondary: '#E6E6E0',
  colorError: '#B8423A',
  colorWarning: '#B97A14',
  colorSuccess: '#1A7A57',
  colorInfo: '#2F74BD',
};

const DARK = {
  colorPrimary: '#3DB3AC',
  colorLink: '#3DB3AC',
  colorBgLayout: '#12161C',
  colorBgContainer: '#1A2029',
  colorBgElevated: '#202833',
  colorText: '#E8ECF1',
  colorTextSecondary: '#A9B4C1',
  colorTextDescription: '#A9B4C1',
  colorTextPlaceholder: '#8C98A8',
  colorTextLightSolid: '#0B1719',
  colorBorder: '#3D4857',
  colorBorderSecondary: '#2C3542',
  colorError: '#E2776E',
  colorWarning: '#ECB65A',
  colorSuccess: '#4BBD92',
  colorInfo: '#6AA8E8',
};

export function controlTheme(preferences: Preferences): ThemeConfig {
  const dark = isDark(preferences);
  const large = preferences.size === 'large';
  return {
    algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      ...(dark ? DARK : LIGHT),
      fontFamily: SANS,
      fontSize: large ? 18 : 14,
      controlHeight: large ? 42 : 32,
      borderRadius: 6,
      motionDurationMid: '0.1s',
      motionDurationSlow: '0.15s',
      wireframe: false,
    },
    components: { Button: { primaryShadow: 'none', defaultShadow: 'none' } },
  };
}
