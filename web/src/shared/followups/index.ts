export { useFollowUpsChanged, useMayEdit, useTaskDone } from './data';
export { FollowUpDetails, TaskDetails } from './Details';
export { FollowUpDrawer, TaskDrawer } from './Drawers';
export { Due } from './Due';
export { RecordTimeline } from './RecordTimeline';
export { TaskTick } from './TaskTick';
export type { About, FollowUp, Task } from './types';
