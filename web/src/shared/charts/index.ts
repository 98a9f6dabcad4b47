export { Chart, type ChartProps, type Picked } from './Chart';
export { DataTable, type ChartTable } from './DataTable';
export type { ChartOption } from './Canvas';
export * from './styles';
