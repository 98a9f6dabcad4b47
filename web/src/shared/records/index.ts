export * from './Fetched';
export * from './Fields';
export * from './Missing';
export * from './RecordHistory';
export * from './RecordPage';
export * from './Related';
export * from './StagePath';
export * from './Timeline';
