import { lastYear, light, series } from '@/shared/theme';

/** The same meaning looks the same on every chart: actual solid, forecast hatched, last year grey, target a line. */
export const actual = { itemStyle: { color: series[0] } };

export const forecast = {
  itemStyle: {
    color: '#CFE3DF',
    borderColor: series[0],
    decal: {
      symbol: 'rect',
      color: series[0],
      dashArrayX: [1, 0],
      dashArrayY: [2, 5],
      rotation: Math.PI / 4,
    },
  },
};

export const previousYear = { itemStyle: { color: lastYear }, lineStyle: { color: lastYear } };

/** A labelled line across the chart; goes into a series' `markLine`. */
export const targetLine = (value: number, label: string) => ({
  silent: true,
  symbol: 'none',
  lineStyle: { color: light.vermilion, type: 'solid' as const, width: 1.5 },
  label: {
    formatter: label,
    position: 'insideEndTop' as const,
    color: light.vermilion,
    backgroundColor: light.surface,
    padding: [1, 4],
  },
  data: [{ yAxis: value }],
});
