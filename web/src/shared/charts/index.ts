export { Chart, type ChartProps, type ChartTable, type Picked } from './Chart';
export type { ChartOption } from './Canvas';
export * from './styles';
