import { BarChart, FunnelChart, LineChart, PieChart, ScatterChart } from 'echarts/charts';
import type {
  BarSeriesOption,
  FunnelSeriesOption,
  LineSeriesOption,
  PieSeriesOption,
  ScatterSeriesOption,
} from 'echarts/charts';
import {
  AriaComponent,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
} from 'echarts/components';
import type { GridComponentOption, LegendComponentOption, TooltipComponentOption } from 'echarts/components';
import * as echarts from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { coloursOf, fontFamily, seriesOf, useDark } from '@/shared/theme';
import { useReducedMotion } from '@/shared/ui';
import type { Picked } from './Chart';

echarts.use([
  BarChart,
  LineChart,
  PieChart,
  FunnelChart,
  ScatterChart,
  AriaComponent,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
  SVGRenderer,
]);

export type ChartOption = echarts.ComposeOption<
  | BarSeriesOption
  | LineSeriesOption
  | PieSeriesOption
  | FunnelSeriesOption
  | ScatterSeriesOption
  | GridComponentOption
  | LegendComponentOption
  | TooltipComponentOption
>;

function face(isDark: boolean) {
  const { line, raised, secondary, ink } = coloursOf(isDark);
  const axis = {
    axisLine: { lineStyle: { color: line } },
    axisTick: { show: false },
    axisLabel: { color: secondary },
    splitLine: { lineStyle: { color: line } },
  };
  return {
    darkMode: isDark,
    color: [...seriesOf(isDark)],
    textStyle: { fontFamily, color: ink, fontSize: 12 },
    categoryAxis: { ...axis, splitLine: { show: false } },
    valueAxis: { ...axis, axisLine: { show: false } },
    timeAxis: axis,
    tooltip: { backgroundColor: raised, borderColor: line, textStyle: { color: ink } },
    legend: { textStyle: { color: secondary }, itemWidth: 12, itemHeight: 8 },
    line: { symbolSize: 5, lineStyle: { width: 2 } },
    bar: { barMaxWidth: 32 },
  };
}

type Props = {
  label: string;
  option: ChartOption;
  height: number;
  onPick: ((picked: Picked) => void) | undefined;
};

/** The drawing itself; a chunk of its own, loaded with the first chart. */
export default function Canvas({ label, option, height, onPick }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<echarts.ECharts | null>(null);
  const pick = useRef(onPick);
  const dark = useDark();
  const still = useReducedMotion() || navigator.webdriver;

  useEffect(() => {
    pick.current = onPick;
  });

  useEffect(() => {
    const made = echarts.init(box.current!, face(dark), { renderer: 'svg' });
    chart.current = made;
    made.on('click', ({ seriesName, dataIndex, name }) =>
      pick.current?.({ seriesName: seriesName ?? '', index: dataIndex ?? 0, name: name ?? '' }),
    );
    const observer = new ResizeObserver(() => made.resize());
    observer.observe(box.current!);
    return () => {
      observer.disconnect();
      made.dispose();
      chart.current = null;
    };
  }, [dark]);

  useEffect(() => {
    chart.current?.setOption(
      {
        // Only what asks for a pattern (a forecast) gets one; the words for screen readers are the title's.
        aria: {
          enabled: true,
          label: { enabled: false },
          decal: { show: true, decals: [{ symbol: 'none' }] },
        },
        animation: !still,
        animationDuration: 150,
        animationDurationUpdate: 150,
        grid: { left: 8, right: 16, top: 24, bottom: 8, containLabel: true },
        tooltip: { trigger: 'axis', confine: true },
        ...option,
      },
      { notMerge: true },
    );
  }, [option, still, dark]);

  return (
    <div ref={box} role="img" aria-label={label} style={{ height, cursor: onPick ? 'pointer' : undefined }} />
  );
}
