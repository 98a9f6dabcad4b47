export { historyKey, timelineKey, useFollowUpsChanged, useMayEdit, useTaskDone } from './data';
export { FollowUpDetails, TaskDetails } from './Details';
export { FollowUpDrawer, TaskDrawer } from './Drawers';
export { Due } from './Due';
export { RecordHistory, RecordTimeline } from './RecordTimeline';
export { TaskTick } from './TaskTick';
export type { About, FollowUp, Task } from './types';
