/** The colours of the face. CSS knows the same ones as custom properties, see global.css. */
export const light = {
  paper: '#F6F5F1',
  surface: '#FFFFFF',
  raised: '#FFFFFF',
  ink: '#1D2733',
  secondary: '#5B6673',
  faint: '#6B7480',
  line: '#E3E1DA',
  edge: '#CFCCC2',
  wash: '#F0EEE8',
  track: '#ECEAE3',
  jade: '#0F766E',
  jadeDark: '#0B5C56',
  jadeWash: '#E4F0ED',
  /** What stands on jade, vermilion and the other full colours. */
  onFull: '#FFFFFF',
  rowHover: '#F3F7F5',
  rowPicked: '#E8F2EF',
  rowPickedHover: '#E0EEEA',
  vermilion: '#B83A2B',
  success: '#2E7D4F',
  warning: '#B7791F',
  danger: '#C0392B',
  info: '#2B6CB0',
  hatched: '#CFE3DF',
  lastYear: '#A8ABA9',
  float: '0 6px 24px rgb(29 39 51 / 14%)',
};

export type Colours = typeof light;

/** Each colour's counterpart: full colours are bright here, and what stands on them is dark. */
export const dark: Colours = {
  paper: '#14181D',
  surface: '#1B2127',
  raised: '#232A31',
  ink: '#E8E6E0',
  secondary: '#A3ACB6',
  faint: '#8D97A2',
  line: '#323A43',
  edge: '#46505B',
  wash: '#232A31',
  track: '#12161A',
  jade: '#3FB5A8',
  jadeDark: '#6CC9BE',
  jadeWash: '#17332F',
  onFull: '#0F1613',
  rowHover: '#20272E',
  rowPicked: '#1B312F',
  rowPickedHover: '#1F3A37',
  vermilion: '#E0705F',
  success: '#5DB583',
  warning: '#DDA64B',
  danger: '#E5796C',
  info: '#6FA8DC',
  hatched: '#23423E',
  lastYear: '#6B7278',
  float: '0 6px 24px rgb(0 0 0 / 50%)',
};

export const fontFamily =
  'Inter, "PingFang SC", "Noto Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", system-ui, sans-serif';

/** Eight colours in a fixed order that people with colour vision deficiencies can tell apart. */
const series = ['#0F766E', '#E08E26', '#3B6FB6', '#B83A2B', '#7FB8AE', '#6B4E9B', '#8A8F3C', '#C77BA6'];
const seriesInTheDark = [
  '#3FB5A8',
  '#E8A04C',
  '#6FA8DC',
  '#E0705F',
  '#A5D8CF',
  '#A98BD6',
  '#B3B85A',
  '#DFA3C4',
];

export const coloursOf = (isDark: boolean) => (isDark ? dark : light);
export const seriesOf = (isDark: boolean) => (isDark ? seriesInTheDark : series);
