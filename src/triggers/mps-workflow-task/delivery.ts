import type { MpsWorkflowTaskEvent } from '../../generated/mps-workflow-task.js';
import type { DeliveryRules } from '../../kernel/delivery.js';

/** Two workflows that were started without a SessionId have none in common. */
export const delivery: Partial<DeliveryRules<MpsWorkflowTaskEvent>> = {
  nearDuplicate: ({ SessionId: _own, ...event }, { SessionId: _other, ...second }) =>
    event.WorkflowTaskEvent.TaskId === second.WorkflowTaskEvent.TaskId ? undefined : second,
};
