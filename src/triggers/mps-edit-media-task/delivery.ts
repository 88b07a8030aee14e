import type { MpsEditMediaTaskEvent } from '../../generated/mps-edit-media-task.js';
import type { DeliveryRules } from '../../kernel/delivery.js';

/** Two tasks that were made without a SessionId have none in common. */
export const delivery: Partial<DeliveryRules<MpsEditMediaTaskEvent>> = {
  nearDuplicate: ({ SessionId: _own, ...event }, { SessionId: _other, ...second }) =>
    event.EditMediaTaskEvent.TaskId === second.EditMediaTaskEvent.TaskId ? undefined : second,
};
