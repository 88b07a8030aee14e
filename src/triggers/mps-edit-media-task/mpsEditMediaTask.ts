import { checkDurations, checkOffsets, checkPlaces, checkStreamSums } from '../../domain/media/agreements.js';
import {
  drawBucket,
  drawFilmData,
  drawFilmPath,
  drawRegion,
  drawStorage,
  splitFilmPath,
} from '../../domain/media/film.js';
import {
  type MpsEditFile,
  type MpsEditMediaTask,
  type MpsEditMediaTaskEvent,
  mpsEditMediaTaskContract,
} from '../../generated/mps-edit-media-task.js';
import { defineTrigger } from '../../kernel/defineTrigger.js';
import { describeValue } from '../../kernel/describeValue.js';
import type { Draw } from '../../kernel/draw.js';
import { isObject } from '../../kernel/json.js';
import { givenItem, givenLength, type Overrides } from '../../kernel/overrides.js';
import type { Report, Rule } from '../../kernel/trigger.js';
import { delivery } from './delivery.js';
import { edgeCases, failure } from './edgeCases.js';

export type { MpsEditMediaTaskEvent };

const page = 'https://cloud.tencent.com/document/product/583/50833';
const sdk = 'tencentcloud-sdk-nodejs-mps 4.1.305';
const states = [
  [7, 'succeeded'],
  [2, 'failed'],
  [1, 'running'],
] as const;
const directories = ['/clip_result', '/output', ''] as const;

function rule(
  name: string,
  holds: string,
  source: string,
  check: (task: MpsEditMediaTask, report: Report) => void,
): Rule<MpsEditMediaTaskEvent> {
  return {
    name: `mps-edit-media-task/${name}`,
    holds,
    severity: 'error',
    source,
    check: ({ EditMediaTaskEvent }, report) => check(EditMediaTaskEvent, report),
  };
}

const rules: readonly Rule<MpsEditMediaTaskEvent>[] = [
  rule(
    'output-after-success',
    'Output is an object once the task is FINISH with ErrCode 0, and null otherwise.',
    page,
    (task, report) => {
      const succeeded = task.Status === 'FINISH' && task.ErrCode === 0;
      if (isObject(task.Output) === succeeded) return;
      report(['EditMediaTaskEvent', 'Output'], {
        expected: succeeded
          ? 'an object after success'
          : `null while Status is ${task.Status} with ErrCode ${task.ErrCode}`,
        received: describeValue(task.Output),
      });
    },
  ),
  rule(
    'code-after-end',
    'ErrCode is 0 while the task is PROCESSING.',
    page,
    ({ Status, ErrCode }, report) => {
      if (Status === 'PROCESSING' && ErrCode !== 0) {
        report(['EditMediaTaskEvent', 'ErrCode'], {
          expected: '0 while Status is PROCESSING',
          received: describeValue(ErrCode),
        });
      }
    },
  ),
  rule(
    'type-names-place',
    'Of the places that a file can be in, the one that Type names is given.',
    sdk,
    (task, report) => checkPlaces(task, ['EditMediaTaskEvent'], report),
  ),
  rule(
    'offsets-in-order',
    'A part ends no sooner than it begins; an end of 0 stands for the end of the film.',
    sdk,
    (task, report) => checkOffsets(task, ['EditMediaTaskEvent'], report),
  ),
  rule(
    'stream-sums',
    'Bitrate is the sum over the streams; Height and Width are those of the largest video stream.',
    sdk,
    (task, report) => {
      if (task.Output?.MetaData)
        checkStreamSums(task.Output.MetaData, ['EditMediaTaskEvent', 'Output', 'MetaData'], report);
    },
  ),
  rule(
    'longest-duration',
    'Duration is the longer of AudioDuration and VideoDuration.',
    "the vendor's examples of the trigger page and of ParseNotification",
    (task, report) => {
      if (task.Output?.MetaData)
        checkDurations(task.Output.MetaData, ['EditMediaTaskEvent', 'Output', 'MetaData'], report);
    },
  ),
];

/** When Media Processing Service has edited videos. */
export const mpsEditMediaTask = defineTrigger({
  name: 'mps-edit-media-task',
  summary: 'Media Processing Service has edited videos: clipped them, or joined them into one.',
  documentation: page,
  contract: mpsEditMediaTaskContract,
  invocation: 'async',
  delivery,
  retries:
    'Twice after an error of the function, a minute apart; then the dead-letter queue, if there is one.',
  sample(draw, given): MpsEditMediaTaskEvent {
    const fixed = given.EditMediaTaskEvent;
    const appid = `125${draw.digits(7)}`;
    const bucket = drawBucket(draw, appid);
    const region = drawRegion(draw);
    const fixedFiles = fixed?.Input?.FileInfoSet;
    const fileCount = givenLength(fixedFiles);
    const files = draw.list(Math.max(1, fileCount), Math.max(3, fileCount), (_, index) =>
      fileOf(draw, bucket, region, givenItem(fixedFiles, index)),
    );
    const state = givenState(fixed) ?? draw.weighted(states);
    return {
      EventType: 'EditMediaTask',
      EditMediaTaskEvent: {
        TaskId: `${appid}-EditMedia-${draw.hex(32)}`,
        Status: state === 'running' ? 'PROCESSING' : 'FINISH',
        ...(state === 'failed' ? failure : { ErrCode: 0, Message: state === 'running' ? '' : 'SUCCESS' }),
        Input: { FileInfoSet: files },
        Output: state === 'succeeded' ? outputOf(draw, bucket, region, files) : null,
      },
    };
  },
  edgeCases,
  rules,
  looksLike: (value) =>
    isObject(value) &&
    (value.EventType === 'EditMediaTask' ||
      (value.EventType === undefined && isObject(value.EditMediaTaskEvent))),
  stretch: {
    grows: 'EditMediaTaskEvent.Message',
    add: ({ EditMediaTaskEvent, ...rest }, extra) => ({
      ...rest,
      EditMediaTaskEvent: { ...EditMediaTaskEvent, Message: EditMediaTaskEvent.Message + '.'.repeat(extra) },
    }),
  },
});

/** The state that the user's own Status, ErrCode or Output mean. */
function givenState(fixed: Overrides<MpsEditMediaTask> | undefined): (typeof states)[number][1] | undefined {
  if (fixed?.Status === 'PROCESSING') return 'running';
  if (fixed?.ErrCode !== undefined && fixed.ErrCode !== 0) return 'failed';
  if (fixed?.ErrCode === 0 || isObject(fixed?.Output)) return 'succeeded';
  return undefined;
}

function fileOf(draw: Draw, bucket: string, region: string, given: Overrides<MpsEditFile>): MpsEditFile {
  const input = given.InputInfo?.CosInputInfo;
  const start = given.StartTimeOffset ?? draw.integer(0, 3600);
  return {
    InputInfo: {
      Type: 'COS',
      CosInputInfo: {
        Bucket: input?.Bucket ?? bucket,
        Region: input?.Region ?? region,
        Object: input?.Object ?? drawFilmPath(draw),
      },
    },
    StartTimeOffset: start,
    EndTimeOffset: given.EndTimeOffset ?? start + draw.integer(1, 600),
  };
}

/** The edited file: named after the first film, as long as all parts together. */
function outputOf(
  draw: Draw,
  bucket: string,
  region: string,
  files: readonly MpsEditFile[],
): NonNullable<MpsEditMediaTask['Output']> {
  const first = files[0]?.InputInfo.CosInputInfo?.Object ?? '/film.mp4';
  const { stem, extension } = splitFilmPath(first);
  const seconds = files.reduce(
    (sum, file) => sum + (file.EndTimeOffset ?? 0) - (file.StartTimeOffset ?? 0),
    0,
  );
  return {
    OutputStorage: drawStorage(draw, bucket, region),
    Path: `${draw.pick(directories)}/clip_${stem}${extension}`,
    MetaData: drawFilmData(draw, Math.max(0, seconds)),
  };
}
