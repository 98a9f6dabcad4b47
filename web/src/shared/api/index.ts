export * from './client';
export type * from './documents';
export * from './hidden';
export * from './problem';
export * from './queries';
export * from './session';
export type * from './types';
export * from './upload';
