export * from './data';
export { Kept } from './Kept';
export * from './person';
export type { KeptAbout, NewFollowUp, Waiting } from './store';
