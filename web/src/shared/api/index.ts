export * from './client';
export * from './problem';
export * from './queries';
export * from './session';
export type * from './types';
export * from './upload';
