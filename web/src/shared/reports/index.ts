export { useSalesReport, type SalesReport } from './data';
export { closedHref, drillHref, sumHref } from './drill';
export { useExact } from './exact';
export { FigureBars, Figures, type FigureTile } from './Figures';
export { changeOf, daysOf, yearBefore } from './period';
export { useReportQuery } from './query';
export { SalesReportView } from './SalesReportView';
export { Switches } from './Switches';
export { useReportWords } from './words';
