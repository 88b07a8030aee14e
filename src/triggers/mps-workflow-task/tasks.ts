import type { CosStorage } from '../../domain/media/film.js';
import type { MpsWorkflowTask, MpsWorkflowTaskEvent } from '../../generated/mps-workflow-task.js';
import type { Draw } from '../../kernel/draw.js';
import type { IssuePath } from '../../kernel/issue.js';
import { isObject } from '../../kernel/json.js';
import type { Report, Rule } from '../../kernel/trigger.js';

/** Where the facts about workflows come from. */
export const sources = {
  page: 'https://cloud.tencent.com/document/product/583/50833',
  example: "the vendor's example of the trigger page",
  callback: "the vendor's example of ParseNotification",
  music: 'https://www.tencentcloud.com/document/product/1041/74318',
  sdk: 'tencentcloud-sdk-nodejs-mps 4.1.305',
} as const;

/** What every task tells of itself. */
export interface TaskState {
  Status: 'PROCESSING' | 'SUCCESS' | 'FAIL';
  ErrCode: number;
  ErrCodeExt: string;
  Message: string;
}

/** One task to be drawn: its state and what its input and output are made from. */
export interface Job {
  readonly draw: Draw;
  readonly state: TaskState;
  /** The film without directory and extension: `dianping2`. */
  readonly stem: string;
  readonly seconds: number;
  /** Number of the template; part of the default paths of the results. */
  readonly definition: number;
  /** Where the results go; a new object each time, since an event that came as JSON shares none. */
  readonly storage: () => CosStorage;
  /** Puts a path in front of which the results go: `/output`. */
  readonly directory: string;
}

/** For each list of results, which member holds the task of each Type; CoverBySnapshot has none. */
export const memberOfType = {
  MediaProcessResultSet: {
    Transcode: 'TranscodeTask',
    AnimatedGraphics: 'AnimatedGraphicTask',
    SnapshotByTimeOffset: 'SnapshotByTimeOffsetTask',
    SampleSnapshot: 'SampleSnapshotTask',
    ImageSprites: 'ImageSpriteTask',
    AdaptiveDynamicStreaming: 'AdaptiveDynamicStreamingTask',
  },
  AiContentReviewResultSet: {
    Porn: 'PornTask',
    Terrorism: 'TerrorismTask',
    Political: 'PoliticalTask',
    'Porn.Asr': 'PornAsrTask',
    'Porn.Ocr': 'PornOcrTask',
    'Political.Asr': 'PoliticalAsrTask',
    'Political.Ocr': 'PoliticalOcrTask',
    'Terrorism.Ocr': 'TerrorismOcrTask',
    'Prohibited.Asr': 'ProhibitedAsrTask',
    'Prohibited.Ocr': 'ProhibitedOcrTask',
  },
  AiAnalysisResultSet: {
    Classification: 'ClassificationTask',
    Cover: 'CoverTask',
    Tag: 'TagTask',
    FrameTag: 'FrameTagTask',
    Highlight: 'HighlightTask',
    DeLogo: 'DeLogoTask',
    SegmentRecognition: 'SegmentTask',
    HeadTailRecognition: 'HeadTailTask',
    Description: 'DescriptionTask',
    HorizontalToVertical: 'HorizontalToVerticalTask',
    Dubbing: 'DubbingTask',
    VideoRemake: 'VideoRemakeTask',
    VideoComprehension: 'VideoComprehensionTask',
    Cutout: 'CutoutTask',
    Reel: 'ReelTask',
  },
  AiRecognitionResultSet: {
    FaceRecognition: 'FaceTask',
    AsrWordsRecognition: 'AsrWordsTask',
    AsrFullTextRecognition: 'AsrFullTextTask',
    OcrWordsRecognition: 'OcrWordsTask',
    OcrFullTextRecognition: 'OcrFullTextTask',
    TransTextRecognition: 'TransTextTask',
    ObjectRecognition: 'ObjectTask',
  },
} as const;

/** A list of results of a workflow. */
export type ResultSet = keyof typeof memberOfType;

/** The lists of results in the order of the documents. */
export const resultSets = Object.keys(memberOfType) as readonly ResultSet[];

const succeeded: TaskState = { Status: 'SUCCESS', ErrCode: 0, ErrCodeExt: '', Message: 'SUCCESS' };
const running: TaskState = { Status: 'PROCESSING', ErrCode: 0, ErrCodeExt: '', Message: '' };
/** The failure of the vendor's example, with the newer word for it (https://cloud.tencent.com/document/product/862/50369). */
const failed: TaskState = {
  Status: 'FAIL',
  ErrCode: 30010,
  ErrCodeExt: 'InternalError',
  Message: 'TencentVodPlatErr Or Unkown',
};

/** The state of a task by its Status. */
export const stateOf: Readonly<Record<TaskState['Status'], TaskState>> = {
  SUCCESS: succeeded,
  FAIL: failed,
  PROCESSING: running,
};

/** The state of the tasks that have no ErrCodeExt. */
export function olderState({ Status, ErrCode, Message }: TaskState): Omit<TaskState, 'ErrCodeExt'> {
  return { Status, ErrCode, Message };
}

/** The output of a task: there is one only after success. */
export function outputOf<Output>(state: TaskState, make: () => Output): Output | null {
  return state.Status === 'SUCCESS' ? make() : null;
}

/** A share of 100 with two decimals. */
export function drawConfidence(draw: Draw): number {
  return draw.integer(0, 10_000) / 100;
}

/** A part of the film in whole seconds, or all of it when it is shorter than that. */
export function drawSegment(draw: Draw, seconds: number): { StartTimeOffset: number; EndTimeOffset: number } {
  const StartTimeOffset = draw.integer(0, Math.max(0, Math.floor(seconds) - 1));
  return { StartTimeOffset, EndTimeOffset: Math.min(StartTimeOffset + draw.integer(1, 30), seconds) };
}

/** An area of a picture: left, top, right, bottom. */
export function drawArea(draw: Draw): number[] {
  const left = draw.integer(0, 1000);
  const top = draw.integer(0, 500);
  return [left, top, left + draw.integer(1, 280), top + draw.integer(1, 220)];
}

/** One task of a workflow, wherever it stands. */
export interface PlacedTask {
  readonly set: ResultSet;
  readonly path: IssuePath;
  readonly task: Readonly<Record<string, unknown>>;
}

/** Every task of a workflow that is set, whether it belongs there or not. */
export function tasksOf(workflow: MpsWorkflowTask): PlacedTask[] {
  const tasks: PlacedTask[] = [];
  for (const set of resultSets) {
    for (const [index, result] of (workflow[set] ?? []).entries()) {
      const members: Readonly<Record<string, unknown>> = { ...result };
      for (const member in members) {
        const task = members[member];
        if (isObject(task)) tasks.push({ set, path: ['WorkflowTaskEvent', set, index, member], task });
      }
    }
  }
  return tasks;
}

/** A rule between the fields of a workflow. */
export function workflowRule(
  name: string,
  holds: string,
  source: string,
  check: (workflow: MpsWorkflowTask, report: Report) => void,
): Rule<MpsWorkflowTaskEvent> {
  return {
    name: `mps-workflow-task/${name}`,
    holds,
    severity: 'error',
    source,
    check: ({ WorkflowTaskEvent }, report) => check(WorkflowTaskEvent, report),
  };
}
