import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createGunzip, gunzip } from 'node:zlib';
import type { ClsEvent } from '../../../src/generated/cls.js';
import type { ClsLogs } from '../../../src/generated/cls-logs.js';
import type { CosEvent } from '../../../src/generated/cos.js';
import type { EventbridgeEvent } from '../../../src/generated/eventbridge.js';
import type { InvokeEvent } from '../../../src/generated/invoke.js';
import type { MpsEditMediaTaskEvent } from '../../../src/generated/mps-edit-media-task.js';
import type { MpsWorkflowTaskEvent } from '../../../src/generated/mps-workflow-task.js';
import type { TimerEvent } from '../../../src/generated/timer.js';
import type { CorrectCase } from './cases.js';
import { correctBatchHandlers } from './correctBatches.js';
import { digestOf, isRecord, parsed } from './support.js';
import type { World } from './world.js';

class Scheduler {
  readonly #jobs: ReadonlyMap<string, (event: TimerEvent) => Promise<void>>;

  constructor(private readonly world: World) {
    this.#jobs = new Map([
      ['nightly', (event) => this.record('nightly', event)],
      ['hourly', (event) => this.record('hourly', event)],
    ]);
  }

  readonly run = async (event: TimerEvent): Promise<{ job: string }> => {
    const job = this.#jobs.get(event.TriggerName) ?? ((unknown) => this.record('other', unknown));
    await job(event);
    return { job: event.TriggerName };
  };

  private async record(kind: string, { TriggerName, Time }: TimerEvent): Promise<void> {
    await this.world.db.put(`${kind}:${TriggerName}:${Time}`, new Date(Time).toISOString().slice(0, 10));
  }
}

const timerHandlers: readonly CorrectCase<TimerEvent>[] = [
  { name: 'timer-class', trigger: 'timer', handler: (world) => new Scheduler(world).run },
  {
    name: 'timer-callback',
    trigger: 'timer',
    handler: (world) => (event, _context, callback) => {
      const options = parsed(event.Message);
      const target = isRecord(options) && typeof options.target === 'string' ? options.target : 'all';
      world.db
        .put(`run:${event.TriggerName}:${event.Time}`, target)
        .then(() => callback(null, 'ok'))
        .catch((error) => callback(error));
    },
  },
];

const cosHandlers: readonly CorrectCase<CosEvent>[] = [
  {
    name: 'cos-thumbnails',
    trigger: 'cos',
    handler: (world) => async (event) => {
      for (const { cos, event: occurrence } of event.Records) {
        const { appid, name } = cos.cosBucket;
        const key = cos.cosObject.key.slice(`/${appid}/${name}/`.length);
        if (!occurrence.eventName.startsWith('cos:ObjectCreated:') || key.endsWith('/')) continue;
        const idempotencyKey = digestOf(JSON.stringify([occurrence.eventTime, cos.cosObject.vid, name, key]));
        await world.http.post('https://thumbnails.example.com/jobs', { name, key }, { idempotencyKey });
      }
    },
  },
  {
    name: 'cos-files-by-digest',
    trigger: 'cos',
    handler: (world) => async (event) => {
      for (const { cos, event: occurrence } of event.Records) {
        const { key, vid } = cos.cosObject;
        const file = digestOf(JSON.stringify([occurrence.eventTime, occurrence.eventName, vid, key]));
        await world.files.write(`${world.files.directory}/${file}.json`, JSON.stringify(key));
      }
    },
  },
];

const clsHandlers: readonly CorrectCase<ClsEvent>[] = [
  {
    name: 'cls-streaming-gunzip',
    trigger: 'cls',
    handler: (world) => async (event) => {
      const chunks: Buffer[] = [];
      await pipeline(
        Readable.from([Buffer.from(event.clslogs.data, 'base64')]),
        createGunzip(),
        async (source) => {
          for await (const chunk of source) chunks.push(chunk);
        },
      );
      const logs: ClsLogs = JSON.parse(Buffer.concat(chunks).toString('utf8'));
      for (const { timestamp, content } of logs.records) {
        await world.db.put(`line:${logs.topic_id}:${timestamp}:${digestOf(content)}`, content);
      }
    },
  },
  {
    name: 'cls-promisified-gunzip',
    trigger: 'cls',
    handler: (world) => {
      const unzip = promisify(gunzip);
      return async (event) => {
        const json = await unzip(Buffer.from(event.clslogs.data, 'base64'));
        const logs: ClsLogs = JSON.parse(json.toString('utf8'));
        const errors = logs.records.filter(({ content }) => /\berror\b/i.test(content));
        for (const { timestamp, content } of errors) {
          const dedupeId = digestOf(`${logs.topic_id}:${timestamp}:${content}`);
          await world.queue.send('alarms', { content }, { dedupeId });
        }
        return { errors: errors.length };
      };
    },
  },
];

const otherHandlers: readonly [
  CorrectCase<MpsWorkflowTaskEvent>,
  CorrectCase<MpsEditMediaTaskEvent>,
  CorrectCase<EventbridgeEvent>,
  CorrectCase<InvokeEvent>,
  CorrectCase<InvokeEvent>,
] = [
  {
    name: 'mps-workflow-report',
    trigger: 'mps-workflow-task',
    handler:
      (world) =>
      async ({ WorkflowTaskEvent: task }) => {
        if (task.Status !== 'FINISH') return 'still running';
        const videos = task.MediaProcessResultSet.flatMap(
          ({ TranscodeTask }) => TranscodeTask?.Output?.Path ?? [],
        );
        await world.db.put(`report:${task.TaskId}`, { videos, code: task.ErrCode });
        return { videos: videos.length };
      },
  },
  {
    name: 'mps-edit-report',
    trigger: 'mps-edit-media-task',
    handler:
      (world) =>
      async ({ EditMediaTaskEvent: { TaskId, Status, ErrCode, Output } }) => {
        const state = Status === 'PROCESSING' ? 'running' : ErrCode === 0 ? 'ready' : 'failed';
        await world.db.put(`clip:${TaskId}:${state}`, Output?.Path ?? null);
      },
  },
  {
    name: 'eventbridge-by-type',
    trigger: 'eventbridge',
    handler: (world) => {
      const handlers = new Map<string, (event: EventbridgeEvent) => Promise<void>>([
        ['connector:ckafka', ({ id, type }) => world.queue.send('kafka', { type }, { dedupeId: id })],
        ['connector:tdmq', ({ id, type }) => world.queue.send('tdmq', { type }, { dedupeId: id })],
      ]);
      return async (event) => {
        const handle = handlers.get(event.type);
        if (handle !== undefined) return handle(event);
        await world.db.put(`event:${event.id}`, new Date(Number(event.time)).toISOString());
      };
    },
  },
  {
    name: 'invoke-abort-after-a-while',
    trigger: 'invoke',
    handler: (world) => async (event) => {
      const name = isRecord(event) && typeof event.name === 'string' ? event.name : 'nobody';
      const url = `https://users.example.com/${digestOf(name)}`;
      const { ok } = await world.http.get(url, { signal: AbortSignal.timeout(2000) });
      return { ok };
    },
  },
  {
    name: 'invoke-validated',
    trigger: 'invoke',
    handler: () => async (event) => {
      const numbers = Array.isArray(event) ? event : isRecord(event) ? Object.values(event) : [event];
      const valid = numbers.filter((value) => typeof value === 'number' && Number.isSafeInteger(value));
      return { count: numbers.length, valid: valid.length };
    },
  },
];

/** Correct handlers of the triggers that bring events. */
export const correctEventHandlers: readonly CorrectCase[] = [
  ...correctBatchHandlers,
  ...timerHandlers,
  ...cosHandlers,
  ...clsHandlers,
  ...otherHandlers,
];
