export * from './Bars';
export * from './Blank';
export * from './JobProgress';
export * from './keys';
export * from './media';
export * from './ProblemAlert';
export * from './Seal';
