import type { MpsMediaResult, MpsWorkflowTaskEvent } from '../../../src/generated/mps-workflow-task.js';
import type { BugCase } from './cases.js';
import { animated, notTranscoded, transcoded, workflowEvent } from './mpsEvents.js';
import { isRecord, keysIn } from './support.js';

/** Workflows of media processing. */
export const mpsWorkflowBugs: readonly BugCase<MpsWorkflowTaskEvent>[] = [
  {
    name: 'mps-workflow-first-task-key',
    class: 'null-member-picked',
    trigger: 'mps-workflow-task',
    because: 'every result has all the …Task keys, and all but one are null',
    buggy:
      (world) =>
      async ({ WorkflowTaskEvent: task }) => {
        for (const [index, result] of task.MediaProcessResultSet.entries()) {
          const [, one] = Object.entries(result).find(([key]) => key.endsWith('Task')) ?? [];
          const { Status } = one as { Status: string };
          await world.db.put(`result:${task.TaskId}:${task.Status}:${index}`, Status);
        }
      },
    fixed:
      (world) =>
      async ({ WorkflowTaskEvent: task }) => {
        for (const [index, result] of task.MediaProcessResultSet.entries()) {
          const one = taskOf(result);
          await world.db.put(`result:${task.TaskId}:${task.Status}:${index}`, one?.Status ?? null);
        }
      },
    witness: () => ({ events: [workflowEvent([animated()])] }),
  },
  {
    name: 'mps-workflow-output-required',
    class: 'null-output',
    trigger: 'mps-workflow-task',
    because: 'a task that failed or still runs has the Output null',
    buggy:
      (world) =>
      async ({ WorkflowTaskEvent: task }) => {
        for (const { TranscodeTask } of task.MediaProcessResultSet) {
          if (TranscodeTask === null) continue;
          const output = TranscodeTask.Output as { Path: string };
          await world.db.put(`video:${output.Path}`, task.TaskId);
        }
      },
    fixed:
      (world) =>
      async ({ WorkflowTaskEvent: task }) => {
        for (const { TranscodeTask } of task.MediaProcessResultSet) {
          if (!TranscodeTask?.Output) continue;
          await world.db.put(`video:${TranscodeTask.Output.Path}`, task.TaskId);
        }
      },
    witness: () => ({ events: [workflowEvent([notTranscoded()])] }),
  },
  {
    name: 'mps-workflow-code-as-text',
    class: 'number-or-text',
    trigger: 'mps-workflow-task',
    because: 'ErrCode is a number: it never equals the text "0", and every success is reported as a failure',
    buggy:
      (world) =>
      async ({ WorkflowTaskEvent: task }) => {
        for (const [index, result] of task.MediaProcessResultSet.entries()) {
          const code: unknown = taskOf(result)?.ErrCode ?? '0';
          const state = code === '0' ? 'fine' : 'failed';
          await world.db.put(`state:${task.TaskId}:${task.Status}:${index}`, state);
        }
      },
    fixed:
      (world) =>
      async ({ WorkflowTaskEvent: task }) => {
        for (const [index, result] of task.MediaProcessResultSet.entries()) {
          const code: unknown = taskOf(result)?.ErrCode ?? '0';
          const state = String(code) === '0' ? 'fine' : 'failed';
          await world.db.put(`state:${task.TaskId}:${task.Status}:${index}`, state);
        }
      },
    witness: () => ({ events: [workflowEvent([transcoded()])] }),
  },
  {
    name: 'mps-workflow-processing-is-done',
    class: 'unfinished-read-as-done',
    trigger: 'mps-workflow-task',
    because: 'events also come while tasks run: the customer is told too early',
    buggy:
      (world) =>
      async ({ WorkflowTaskEvent: { TaskId } }) => {
        await world.http.post('https://app.example.com/done', { task: TaskId }, { idempotencyKey: TaskId });
      },
    fixed:
      (world) =>
      async ({ WorkflowTaskEvent: { TaskId, Status } }) => {
        if (Status !== 'FINISH') return;
        await world.http.post('https://app.example.com/done', { task: TaskId }, { idempotencyKey: TaskId });
      },
    property: ({ event, left }) =>
      left.posts.length === (event.WorkflowTaskEvent.Status === 'FINISH' ? 1 : 0),
    witness: () => ({ events: [workflowEvent([], { Status: 'PROCESSING' })] }),
  },
  {
    name: 'mps-workflow-transcoding-only',
    class: 'one-variant-only',
    trigger: 'mps-workflow-task',
    because: 'a workflow also makes pictures, whose results have no TranscodeTask',
    buggy:
      (world) =>
      async ({ WorkflowTaskEvent: task }) => {
        for (const [index, result] of task.MediaProcessResultSet.entries()) {
          const { Input } = result.TranscodeTask as { Input: { Definition: number } };
          await world.db.put(`template:${task.TaskId}:${index}`, Input.Definition);
        }
      },
    fixed:
      (world) =>
      async ({ WorkflowTaskEvent: task }) => {
        for (const [index, result] of task.MediaProcessResultSet.entries()) {
          const definition = taskOf(result)?.Input.Definition ?? null;
          await world.db.put(`template:${task.TaskId}:${index}`, definition);
        }
      },
    witness: () => ({ events: [workflowEvent([transcoded(), animated()])] }),
  },
  {
    name: 'mps-workflow-first-result-only',
    class: 'first-record-only',
    trigger: 'mps-workflow-task',
    because: 'a workflow has several results, one for each of its tasks',
    buggy:
      (world) =>
      async ({ WorkflowTaskEvent: task }) => {
        const [result] = task.MediaProcessResultSet;
        if (result) await world.db.put(`type:${task.TaskId}:0`, result.Type);
      },
    fixed:
      (world) =>
      async ({ WorkflowTaskEvent: task }) => {
        for (const [index, result] of task.MediaProcessResultSet.entries()) {
          await world.db.put(`type:${task.TaskId}:${index}`, result.Type);
        }
      },
    property: ({ event, left }) =>
      keysIn(left, 'type:').length === event.WorkflowTaskEvent.MediaProcessResultSet.length,
    witness: () => ({ events: [workflowEvent([transcoded(), animated()])] }),
  },
  {
    name: 'mps-workflow-storage-by-one-name',
    class: 'field-spelling',
    trigger: 'mps-workflow-task',
    because: 'only transcoding says OutputStorage; pictures say Storage',
    buggy:
      (world) =>
      async ({ WorkflowTaskEvent: task }) => {
        for (const [index, result] of task.MediaProcessResultSet.entries()) {
          const output: unknown = taskOf(result)?.Output;
          if (!isRecord(output)) continue;
          const { Type } = output.OutputStorage as { Type: string };
          await world.db.put(`storage:${task.TaskId}:${index}`, Type);
        }
      },
    fixed:
      (world) =>
      async ({ WorkflowTaskEvent: task }) => {
        for (const [index, result] of task.MediaProcessResultSet.entries()) {
          const output: unknown = taskOf(result)?.Output;
          if (!isRecord(output)) continue;
          const storage = output.OutputStorage ?? output.Storage;
          await world.db.put(`storage:${task.TaskId}:${index}`, isRecord(storage) ? storage.Type : null);
        }
      },
    witness: () => ({ events: [workflowEvent([animated()])] }),
  },
  {
    name: 'mps-workflow-input-required',
    class: 'optional-field-assumed',
    trigger: 'mps-workflow-task',
    because: 'InputInfo is null when there is none, and its file need not lie in COS',
    buggy:
      (world) =>
      async ({ WorkflowTaskEvent: task }) => {
        const input = task.InputInfo as { CosInputInfo: { Bucket: string; Object: string } };
        const { Bucket, Object: key } = input.CosInputInfo;
        await world.db.put(`source:${task.TaskId}`, `${Bucket}${key}`);
      },
    fixed:
      (world) =>
      async ({ WorkflowTaskEvent: task }) => {
        const cos = task.InputInfo?.CosInputInfo;
        const source = cos
          ? `${cos.Bucket}${cos.Object}`
          : (task.InputInfo?.UrlInputInfo?.Url ?? 'elsewhere');
        await world.db.put(`source:${task.TaskId}`, source);
      },
    witness: () => ({ events: [workflowEvent([], { InputInfo: null })] }),
  },
  {
    name: 'mps-workflow-key-made-of-type',
    class: 'key-made-of-type',
    trigger: 'mps-workflow-task',
    because: 'the Type is AnimatedGraphics, the key AnimatedGraphicTask; CoverBySnapshot has no key at all',
    buggy:
      (world) =>
      async ({ WorkflowTaskEvent: task }) => {
        for (const [index, result] of task.MediaProcessResultSet.entries()) {
          const one = Reflect.get(result, `${result.Type}Task`) as { Status: string };
          await world.db.put(`progress:${task.TaskId}:${task.Status}:${index}`, one.Status);
        }
      },
    fixed:
      (world) =>
      async ({ WorkflowTaskEvent: task }) => {
        for (const [index, result] of task.MediaProcessResultSet.entries()) {
          const status = taskOf(result)?.Status ?? null;
          await world.db.put(`progress:${task.TaskId}:${task.Status}:${index}`, status);
        }
      },
    witness: () => ({ events: [workflowEvent([animated()])] }),
  },
  {
    name: 'mps-workflow-finish-is-success',
    class: 'failure-read-as-success',
    trigger: 'mps-workflow-task',
    because: 'the ErrCode of the workflow is 0 even when its tasks failed',
    buggy:
      (world) =>
      async ({ WorkflowTaskEvent: task }) => {
        if (task.Status !== 'FINISH') return;
        await world.db.put(`outcome:${task.TaskId}`, task.ErrCode === 0 ? 'fine' : 'failed');
      },
    fixed:
      (world) =>
      async ({ WorkflowTaskEvent: task }) => {
        if (task.Status !== 'FINISH') return;
        const failed = task.MediaProcessResultSet.some((result) => taskOf(result)?.Status === 'FAIL');
        await world.db.put(`outcome:${task.TaskId}`, task.ErrCode === 0 && !failed ? 'fine' : 'failed');
      },
    property: ({ event: { WorkflowTaskEvent: task }, left }) =>
      left.db[`outcome:${task.TaskId}`] !== 'fine' ||
      task.MediaProcessResultSet.every((result) => taskOf(result)?.Status !== 'FAIL'),
    witness: () => ({ events: [workflowEvent([notTranscoded()])] }),
  },
  {
    name: 'mps-workflow-review-required',
    class: 'optional-field-assumed',
    trigger: 'mps-workflow-task',
    because: 'a workflow without content review may lack its results',
    buggy:
      (world) =>
      async ({ WorkflowTaskEvent: task }) => {
        const { length } = task.AiContentReviewResultSet as unknown[];
        await world.db.put(`reviews:${task.TaskId}:${task.Status}`, length);
      },
    fixed:
      (world) =>
      async ({ WorkflowTaskEvent: task }) => {
        const { length } = task.AiContentReviewResultSet ?? [];
        await world.db.put(`reviews:${task.TaskId}:${task.Status}`, length);
      },
    witness: () => ({ events: [workflowEvent([])] }),
  },
];

/** The one task of a result; CoverBySnapshot has none. */
function taskOf(result: MpsMediaResult) {
  return (
    result.TranscodeTask ??
    result.AnimatedGraphicTask ??
    result.SnapshotByTimeOffsetTask ??
    result.SampleSnapshotTask ??
    result.ImageSpriteTask ??
    result.AdaptiveDynamicStreamingTask
  );
}
