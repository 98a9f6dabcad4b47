export * from './CustomDetails';
export * from './CustomFormFields';
export * from './data';
export * from './useStaleFields';
export * from './values';
