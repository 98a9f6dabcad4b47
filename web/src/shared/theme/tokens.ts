/** The colours of the face. CSS knows the same ones as custom properties, see global.css. */
export const light = {
  paper: '#F6F5F1',
  surface: '#FFFFFF',
  ink: '#1D2733',
  secondary: '#5B6673',
  line: '#E3E1DA',
  jade: '#0F766E',
  vermilion: '#B83A2B',
  success: '#2E7D4F',
  warning: '#B7791F',
  danger: '#C0392B',
  info: '#2B6CB0',
};

/** Not offered yet; kept beside the light ones so that every colour has its counterpart. */
export const dark: typeof light = {
  paper: '#14181D',
  surface: '#1B2127',
  ink: '#E8E6E0',
  secondary: '#A3ACB6',
  line: '#323A43',
  jade: '#3FB5A8',
  vermilion: '#E0705F',
  success: '#5DB583',
  warning: '#DDA64B',
  danger: '#E5796C',
  info: '#6FA8DC',
};

export const fontFamily =
  'Inter, "PingFang SC", "Noto Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", system-ui, sans-serif';

/** Eight colours in a fixed order that people with colour vision deficiencies can tell apart. */
export const series = [
  '#0F766E',
  '#E08E26',
  '#3B6FB6',
  '#B83A2B',
  '#7FB8AE',
  '#6B4E9B',
  '#8A8F3C',
  '#C77BA6',
] as const;
export const lastYear = '#A8ABA9';
