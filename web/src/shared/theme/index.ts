export * from './choice';
export * from './theme';
export * from './tokens';
