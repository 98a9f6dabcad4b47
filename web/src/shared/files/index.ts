export { pastedFiles, useFilesOf, type AttachedFile, type OfRecord } from './data';
export * from './FileItems';
export * from './RecordFiles';
