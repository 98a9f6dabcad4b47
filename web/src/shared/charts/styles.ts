import { coloursOf, seriesOf, useDark } from '@/shared/theme';

/** The same meaning looks the same on every chart: actual solid, forecast hatched, last year grey, target a line. */
function chartStyles(isDark: boolean) {
  const colours = coloursOf(isDark);
  const [first] = seriesOf(isDark);
  return {
    colours,
    actual: { itemStyle: { color: first } },
    forecast: {
      itemStyle: {
        color: colours.hatched,
        borderColor: first,
        decal: {
          symbol: 'rect',
          color: first,
          dashArrayX: [1, 0],
          dashArrayY: [2, 5],
          rotation: Math.PI / 4,
        },
      },
    },
    previousYear: { itemStyle: { color: colours.lastYear }, lineStyle: { color: colours.lastYear } },
    /** A labelled line across the chart; goes into a series' `markLine`. */
    targetLine: (value: number, label: string) => ({
      silent: true,
      symbol: 'none',
      lineStyle: { color: colours.vermilion, type: 'solid' as const, width: 1.5 },
      label: {
        formatter: label,
        position: 'insideEndTop' as const,
        color: colours.vermilion,
        backgroundColor: colours.surface,
        padding: [1, 4],
      },
      data: [{ yAxis: value }],
    }),
  };
}

const inLight = chartStyles(false);
const inTheDark = chartStyles(true);

/** In the colours of the face that is on. */
export const useChartStyles = () => (useDark() ? inTheDark : inLight);
