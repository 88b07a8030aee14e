import type { MpsEditMediaTaskEvent } from '../../../src/generated/mps-edit-media-task.js';
import type { BugCase } from './cases.js';
import { editEvent } from './mpsEvents.js';
import { keysIn } from './support.js';

/** Edited videos. */
export const mpsEditBugs: readonly BugCase<MpsEditMediaTaskEvent>[] = [
  {
    name: 'mps-edit-output-required',
    class: 'null-output',
    trigger: 'mps-edit-media-task',
    because: 'Output is null while the task runs and after a failure',
    buggy:
      (world) =>
      async ({ EditMediaTaskEvent: task }) => {
        const path = task.Output?.Path as string;
        await world.db.put(`clip:${task.TaskId}`, path.toLowerCase());
      },
    fixed:
      (world) =>
      async ({ EditMediaTaskEvent: task }) => {
        if (task.Output === null) return;
        await world.db.put(`clip:${task.TaskId}`, task.Output.Path.toLowerCase());
      },
    witness: () => ({ events: [editEvent({ ErrCode: 30000, Message: 'no such file', Output: null })] }),
  },
  {
    name: 'mps-edit-finish-is-success',
    class: 'failure-read-as-success',
    trigger: 'mps-edit-media-task',
    because: 'FINISH only says that the task is over; ErrCode says how',
    buggy:
      (world) =>
      async ({ EditMediaTaskEvent: task }) => {
        if (task.Status === 'PROCESSING') return;
        await world.db.put(`state:${task.TaskId}`, 'ready');
      },
    fixed:
      (world) =>
      async ({ EditMediaTaskEvent: task }) => {
        if (task.Status === 'PROCESSING') return;
        await world.db.put(`state:${task.TaskId}`, task.ErrCode === 0 ? 'ready' : 'failed');
      },
    property: ({ event: { EditMediaTaskEvent: task }, left }) =>
      task.ErrCode === 0 || left.db[`state:${task.TaskId}`] !== 'ready',
    witness: () => ({ events: [editEvent({ ErrCode: 30000, Message: 'no such file', Output: null })] }),
  },
  {
    name: 'mps-edit-processing-is-done',
    class: 'unfinished-read-as-done',
    trigger: 'mps-edit-media-task',
    because: 'events also come while the task runs',
    buggy:
      (world) =>
      async ({ EditMediaTaskEvent: task }) => {
        await world.http.post(
          'https://app.example.com/done',
          { task: task.TaskId },
          { idempotencyKey: task.TaskId },
        );
      },
    fixed:
      (world) =>
      async ({ EditMediaTaskEvent: task }) => {
        if (task.Status !== 'FINISH') return;
        await world.http.post(
          'https://app.example.com/done',
          { task: task.TaskId },
          { idempotencyKey: task.TaskId },
        );
      },
    property: ({ event, left }) =>
      left.posts.length === (event.EditMediaTaskEvent.Status === 'FINISH' ? 1 : 0),
    witness: () => ({ events: [editEvent({ Status: 'PROCESSING', Output: null })] }),
  },
  {
    name: 'mps-edit-length-of-open-part',
    class: 'nan-arithmetic',
    trigger: 'mps-edit-media-task',
    because: 'a part without offsets has no length to subtract: NaN is stored as null',
    buggy:
      (world) =>
      async ({ EditMediaTaskEvent: task }) => {
        const seconds = task.Input.FileInfoSet.reduce(
          (sum, file) => sum + ((file.EndTimeOffset as number) - (file.StartTimeOffset as number)),
          0,
        );
        await world.db.put(`seconds:${task.TaskId}`, Math.round(seconds));
      },
    fixed:
      (world) =>
      async ({ EditMediaTaskEvent: task }) => {
        const seconds = task.Input.FileInfoSet.reduce(
          (sum, file) => sum + Math.max(0, (file.EndTimeOffset ?? 0) - (file.StartTimeOffset ?? 0)),
          0,
        );
        await world.db.put(`seconds:${task.TaskId}`, Math.round(seconds));
      },
    property: ({ left }) => keysIn(left, 'seconds:').every((key) => Number.isFinite(left.db[key])),
    witness: () => ({
      events: [
        editEvent({
          Input: {
            FileInfoSet: [
              { InputInfo: { Type: 'URL', UrlInputInfo: { Url: 'https://media.example.com/a.mp4' } } },
            ],
          },
        }),
      ],
    }),
  },
  {
    name: 'mps-edit-cos-only',
    class: 'one-variant-only',
    trigger: 'mps-edit-media-task',
    because: 'the files may lie in COS, at an address, in S3 or in VOD',
    buggy:
      (world) =>
      async ({ EditMediaTaskEvent: task }) => {
        for (const [index, { InputInfo: input }] of task.Input.FileInfoSet.entries()) {
          const cos = input.CosInputInfo as { Object: string };
          await world.db.put(`source:${task.TaskId}:${index}`, cos.Object);
        }
      },
    fixed:
      (world) =>
      async ({ EditMediaTaskEvent: task }) => {
        for (const [index, { InputInfo: input }] of task.Input.FileInfoSet.entries()) {
          const name = input.CosInputInfo?.Object ?? input.UrlInputInfo?.Url ?? input.S3InputInfo?.S3Object;
          await world.db.put(`source:${task.TaskId}:${index}`, name ?? input.Type);
        }
      },
    witness: () => ({
      events: [
        editEvent({
          Input: {
            FileInfoSet: [
              {
                InputInfo: {
                  Type: 'URL',
                  CosInputInfo: null,
                  UrlInputInfo: { Url: 'https://media.example.com/a.mp4' },
                },
              },
            ],
          },
        }),
      ],
    }),
  },
  {
    name: 'mps-edit-dedupe-by-session',
    class: 'dedupe-on-wrong-key',
    trigger: 'mps-edit-media-task',
    because: 'the SessionId is optional: all tasks without one become the same',
    buggy: (world) => async (event) => {
      const { TaskId, Status } = event.EditMediaTaskEvent;
      if (Status === 'FINISH') await world.db.putIfAbsent(`finished:${event.SessionId}`, TaskId);
    },
    fixed: (world) => async (event) => {
      const { TaskId, Status } = event.EditMediaTaskEvent;
      if (Status === 'FINISH') await world.db.putIfAbsent(`finished:${TaskId}`, TaskId);
    },
    property: ({ left }) => !('finished:undefined' in left.db),
    witness: () => ({ events: [editEvent()] }),
  },
];
