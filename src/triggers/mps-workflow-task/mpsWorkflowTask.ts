import {
  type CosStorage,
  cosStorage,
  drawBucket,
  drawFilmData,
  drawFilmPath,
  drawRegion,
  drawSeconds,
  drawStorage,
  splitFilmPath,
} from '../../domain/media/film.js';
import {
  type MpsAnalysisResult,
  type MpsMediaResult,
  type MpsRecognitionResult,
  type MpsReviewResult,
  type MpsWorkflowTaskEvent,
  mpsWorkflowTaskContract,
} from '../../generated/mps-workflow-task.js';
import { defineTrigger } from '../../kernel/defineTrigger.js';
import { isObject } from '../../kernel/json.js';
import { givenItem, givenLength, nothing, type Overrides } from '../../kernel/overrides.js';
import { analysisResult } from './analysisResults.js';
import { delivery } from './delivery.js';
import { edgeCases } from './edgeCases.js';
import { mediaResult } from './mediaResults.js';
import { recognitionResult } from './recognitionResults.js';
import { reviewResult } from './reviewResults.js';
import { rules } from './rules.js';
import { type Job, memberOfType, type ResultSet, sources, stateOf, type TaskState } from './tasks.js';

export type { MpsWorkflowTaskEvent };

const mediaTypes = Object.keys(memberOfType.MediaProcessResultSet) as MpsMediaResult['Type'][];
const reviewTypes = Object.keys(memberOfType.AiContentReviewResultSet) as MpsReviewResult['Type'][];
const analysisTypes = Object.keys(memberOfType.AiAnalysisResultSet) as MpsAnalysisResult['Type'][];
const recognitionTypes = Object.keys(memberOfType.AiRecognitionResultSet) as MpsRecognitionResult['Type'][];
const definitions = [10, 20, 100_010, 100_220, 515_247] as const;
const directories = ['', '/output', '/dasda', '/results/2024'] as const;
const finished = [
  [4, 'SUCCESS'],
  [1, 'FAIL'],
] as const;
const unfinished = [
  [2, 'SUCCESS'],
  [2, 'PROCESSING'],
  [1, 'FAIL'],
] as const;

/** What all tasks of one workflow have in common. */
interface Workshop extends Pick<Job, 'draw' | 'stem' | 'seconds' | 'directory'> {
  readonly running: boolean;
  readonly bucket: string;
  readonly region: string;
}

/** When a workflow of Media Processing Service moves on. */
export const mpsWorkflowTask = defineTrigger({
  name: 'mps-workflow-task',
  summary:
    'Media Processing Service has finished a workflow, or a step of it: transcoding, pictures, review, analysis, recognition.',
  documentation: sources.page,
  contract: mpsWorkflowTaskContract,
  invocation: 'async',
  delivery,
  retries:
    'Twice after an error of the function, a minute apart; then the dead-letter queue, if there is one.',
  sample(draw, given): MpsWorkflowTaskEvent {
    const fixed = given.WorkflowTaskEvent;
    const input = fixed?.InputInfo?.CosInputInfo;
    const appid = `125${draw.digits(7)}`;
    const bucket = input?.Bucket ?? drawBucket(draw, appid);
    const region = input?.Region ?? drawRegion(draw);
    const path = input?.Object ?? drawFilmPath(draw);
    const seconds = fixed?.MetaData?.Duration ?? drawSeconds(draw);
    const running = fixed?.Status === undefined ? draw.chance(0.1) : fixed.Status === 'PROCESSING';
    const { stem } = splitFilmPath(path);
    const shop: Workshop = {
      draw,
      running,
      bucket,
      region,
      stem,
      seconds,
      directory: draw.pick(directories),
    };
    return {
      EventType: 'WorkflowTask',
      WorkflowTaskEvent: {
        TaskId: fixed?.TaskId ?? `${appid}-WorkflowTask-${draw.hex(32)}t0`,
        Status: running ? 'PROCESSING' : 'FINISH',
        ErrCode: 0,
        Message: '',
        InputInfo: { Type: 'COS', CosInputInfo: { Bucket: bucket, Region: region, Object: path } },
        MetaData: drawFilmData(draw, seconds),
        MediaProcessResultSet: results(shop, {
          set: 'MediaProcessResultSet',
          types: mediaTypes,
          make: mediaResult,
          given: fixed?.MediaProcessResultSet,
          atLeast: 1,
        }),
        AiContentReviewResultSet: results(shop, {
          set: 'AiContentReviewResultSet',
          types: reviewTypes,
          make: reviewResult,
          given: fixed?.AiContentReviewResultSet,
        }),
        AiAnalysisResultSet: results(shop, {
          set: 'AiAnalysisResultSet',
          types: analysisTypes,
          make: analysisResult,
          given: fixed?.AiAnalysisResultSet,
        }),
        AiRecognitionResultSet: results(shop, {
          set: 'AiRecognitionResultSet',
          types: recognitionTypes,
          make: recognitionResult,
          given: fixed?.AiRecognitionResultSet,
        }),
      },
    };
  },
  edgeCases,
  rules,
  looksLike: (value) =>
    isObject(value) &&
    (value.EventType === 'WorkflowTask' ||
      (value.EventType === undefined && isObject(value.WorkflowTaskEvent))),
  stretch: {
    grows: 'WorkflowTaskEvent.Message',
    add: ({ WorkflowTaskEvent, ...rest }, extra) => ({
      ...rest,
      WorkflowTaskEvent: { ...WorkflowTaskEvent, Message: WorkflowTaskEvent.Message + '.'.repeat(extra) },
    }),
  },
});

/** What one list of results holds. */
interface ResultList<Result extends { Type: string }> {
  readonly set: ResultSet;
  readonly types: readonly Result['Type'][];
  readonly make: (type: Result['Type'], job: Job) => Result;
  readonly given: readonly (Overrides<Result> | undefined)[] | Overrides<Result> | undefined;
  /** 0 when left out. */
  readonly atLeast?: number;
}

/** One list of results. Media tasks are always asked for, the others now and then. */
function results<Result extends { Type: string }>(
  shop: Workshop,
  { set, types, make, given, atLeast = 0 }: ResultList<Result>,
): Result[] {
  const { draw } = shop;
  const least = Math.max(atLeast, givenLength(given));
  const most = atLeast > 0 || draw.chance(0.2) ? 3 : 0;
  return draw.list(least, Math.max(least, most), (_, index) => {
    const fixed: Readonly<Record<string, unknown>> = givenItem(given, index);
    const type = givenType(fixed, set) ?? draw.pick(types);
    const members: Readonly<Record<string, string>> = memberOfType[set];
    return make(type as Result['Type'], jobOf(shop, fixed[members[type] ?? '']));
  });
}

/** The Type that the user fixed, or the one of whose task a part is fixed. */
function givenType(fixed: Readonly<Record<string, unknown>>, set: ResultSet): string | undefined {
  if (fixed === nothing) return undefined;
  if (typeof fixed.Type === 'string') return fixed.Type;
  return Object.entries(memberOfType[set]).find(([, member]) => isObject(fixed[member]))?.[0];
}

/** One task: what the user fixed of it comes before what depends on it. */
function jobOf(shop: Workshop, given: unknown): Job {
  const { draw, running, stem, seconds, directory } = shop;
  const task = isObject(given) ? given : nothing;
  const { Status, Input } = task as Readonly<Record<string, unknown>>;
  const { Definition, OutputStorage } = (isObject(Input) ? Input : nothing) as Readonly<
    Record<string, unknown>
  >;
  const status =
    (Status as TaskState['Status'] | undefined) ?? draw.weighted(running ? unfinished : finished);
  return {
    draw,
    stem,
    seconds,
    directory,
    definition: typeof Definition === 'number' ? Definition : draw.pick(definitions),
    state: stateOf[status] ?? stateOf.SUCCESS,
    storage: storageOf(shop, OutputStorage),
  };
}

/** Where the results of one task go: where the user says, or where the draw does. */
function storageOf({ draw, bucket, region }: Workshop, given: unknown): () => CosStorage {
  const fixed = isObject(given) && isObject(given.CosOutputStorage) ? given.CosOutputStorage : undefined;
  const drawn = fixed === undefined ? drawStorage(draw, bucket, region).CosOutputStorage : undefined;
  const { Bucket = bucket, Region = region } = fixed ?? drawn ?? {};
  return () => cosStorage(String(Bucket), String(Region));
}
