export * from './AssignDialog';
export * from './Collaborators';
