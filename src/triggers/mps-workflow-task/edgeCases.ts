import { cosStorage } from '../../domain/media/film.js';
import type { MpsWorkflowTask, MpsWorkflowTaskEvent } from '../../generated/mps-workflow-task.js';
import { setOwn } from '../../kernel/json.js';
import type { EdgeCase } from '../../kernel/trigger.js';
import { analysisResult } from './analysisResults.js';
import { callbackFields } from './callbackFields.js';
import { mediaResult } from './mediaResults.js';
import { recognitionResult } from './recognitionResults.js';
import { reviewResult } from './reviewResults.js';
import { type Job, memberOfType, sources, stateOf, type TaskState } from './tasks.js';

const { callback, example, page, sdk } = sources;

type Case = EdgeCase<MpsWorkflowTaskEvent>;

/** Takes away results whose tasks are under way, which no finished workflow has. */
const noAiResults = { AiContentReviewResultSet: [], AiAnalysisResultSet: [], AiRecognitionResultSet: [] };

/** A case that changes the workflow of an ordinary event. */
function workflow(
  name: string,
  because: string,
  source: string,
  change: (workflow: MpsWorkflowTask, job: Job) => Partial<MpsWorkflowTask>,
): Case {
  return {
    name,
    because,
    source,
    event(draw, sample) {
      const event = sample(draw);
      const job: Job = {
        draw,
        state: stateOf.SUCCESS,
        stem: 'dianping2',
        seconds: 11.261677742004395,
        definition: 10,
        storage: () => cosStorage('gztest-1250000001', 'ap-guangzhou'),
        directory: '/dasda',
      };
      const drawn = event.WorkflowTaskEvent;
      const changed = change(drawn, job);
      const isEnded = drawn.Status === 'PROCESSING' && changed.Status === 'FINISH';
      return { ...event, WorkflowTaskEvent: { ...drawn, ...(isEnded ? noAiResults : {}), ...changed } };
    },
  };
}

/** Every Type of every list, each with a task in the given state. */
function everyType(job: Job, status: TaskState['Status']): Partial<MpsWorkflowTask> {
  const all = { ...job, state: stateOf[status] };
  return {
    Status: status === 'PROCESSING' ? 'PROCESSING' : 'FINISH',
    MediaProcessResultSet: typesOf('MediaProcessResultSet').map((type) => mediaResult(type, all)),
    AiContentReviewResultSet: typesOf('AiContentReviewResultSet').map((type) => reviewResult(type, all)),
    AiAnalysisResultSet: typesOf('AiAnalysisResultSet').map((type) => analysisResult(type, all)),
    AiRecognitionResultSet: typesOf('AiRecognitionResultSet').map((type) => recognitionResult(type, all)),
  };
}

function typesOf<Set extends keyof typeof memberOfType>(set: Set) {
  return Object.keys(memberOfType[set]) as (keyof (typeof memberOfType)[Set])[];
}

/** Events that break handlers of finished workflows. */
export const edgeCases: readonly Case[] = [
  workflow(
    'empty-result-sets',
    'nothing was asked for, and MediaProcessResultSet[0] is undefined',
    callback,
    () => ({
      MediaProcessResultSet: [],
      AiContentReviewResultSet: [],
      AiAnalysisResultSet: [],
      AiRecognitionResultSet: [],
    }),
  ),
  {
    name: 'only-the-documented-list',
    because: "the lists of AI results are absent, as in the vendor's example, and cannot be iterated",
    source: example,
    event(draw, sample) {
      const { AiContentReviewResultSet, AiAnalysisResultSet, AiRecognitionResultSet, ...rest } =
        sample(draw).WorkflowTaskEvent;
      return { EventType: 'WorkflowTask', WorkflowTaskEvent: rest };
    },
  },
  workflow(
    'every-type-succeeded',
    'each list holds one result of every Type, and most handlers know one',
    sdk,
    (_, job) => everyType(job, 'SUCCESS'),
  ),
  workflow('every-type-failed', 'Output is null in every task, and Output.Path throws', example, (_, job) =>
    everyType(job, 'FAIL'),
  ),
  workflow('every-type-processing', 'the event comes before anything is done', page, (_, job) =>
    everyType(job, 'PROCESSING'),
  ),
  workflow(
    'one-of-two-failed',
    'the workflow is FINISH with ErrCode 0 although a task of it failed',
    example,
    (_, job) => ({
      Status: 'FINISH',
      MediaProcessResultSet: [
        mediaResult('Transcode', job),
        mediaResult('AnimatedGraphics', { ...job, state: stateOf.FAIL }),
      ],
    }),
  ),
  workflow(
    'cover-by-snapshot',
    'Type names a task that no member holds: all of them are null',
    sdk,
    (_, job) => ({
      MediaProcessResultSet: [mediaResult('CoverBySnapshot', job)],
    }),
  ),
  workflow('source-unreadable', 'InputInfo and MetaData are null, and no task was run', sdk, () => ({
    Status: 'FINISH',
    ErrCode: 30010,
    Message: 'TencentVodPlatErr Or Unkown',
    InputInfo: null,
    MetaData: null,
    MediaProcessResultSet: [],
    AiContentReviewResultSet: [],
    AiAnalysisResultSet: [],
    AiRecognitionResultSet: [],
  })),
  workflow('input-by-url', 'the film has an address and no bucket', sdk, () => ({
    InputInfo: {
      Type: 'URL',
      CosInputInfo: null,
      UrlInputInfo: { Url: 'https://media.example.com/a%20film.mp4' },
      S3InputInfo: null,
    },
  })),
  workflow('input-in-s3', 'the film lies in AWS', sdk, () => ({
    InputInfo: {
      Type: 'AWS-S3',
      CosInputInfo: null,
      UrlInputInfo: null,
      S3InputInfo: { S3Bucket: 'films', S3Region: 'us-east-1', S3Object: 'a/film.mp4' },
    },
  })),
  workflow('input-in-vod', 'the film lies in VOD, where a file has an id and may have no path', sdk, () => ({
    InputInfo: { Type: 'VOD', VODInputInfo: { SubAppId: 1500000001, FileId: '5285890784246869930' } },
  })),
  ...[
    [
      'object-with-spaces-and-percent',
      '/100% real/a film+1.mp4',
      'the path is raw: decoding it throws, not encoding it breaks the URL',
    ],
    ['object-chinese-and-emoji', '/电影/第一课 🎬.mp4', 'the path has characters of three and four bytes'],
    ['object-dot-segments', '/../..//film.mp4', 'joined to a directory, the path leaves it'],
    ['object-prototype', '/__proto__', 'a table by path finds the prototype'],
  ].map(([name, path, because]) =>
    workflow(name as string, because as string, callback, () => ({
      InputInfo: {
        Type: 'COS',
        CosInputInfo: { Bucket: 'films-1250000001', Region: 'ap-guangzhou', Object: path as string },
      },
    })),
  ),
  workflow(
    'silent-film',
    'AudioStreamSet is empty, and AudioStreamSet[0].Codec throws',
    sdk,
    ({ MetaData }) => ({
      MetaData: MetaData && {
        ...MetaData,
        AudioDuration: 0,
        VideoDuration: MetaData.Duration,
        AudioStreamSet: [],
        Bitrate: MetaData.Bitrate - (MetaData.AudioStreamSet[0]?.Bitrate ?? 0),
      },
    }),
  ),
  workflow(
    'sound-alone',
    'VideoStreamSet is empty, height and width are 0, and an aspect ratio is NaN',
    sdk,
    () => ({
      MetaData: {
        AudioDuration: 59.990001678467,
        AudioStreamSet: [{ Bitrate: 383_854, SamplingRate: 48_000, Codec: 'aac' }],
        Bitrate: 383_854,
        Container: 'mp3',
        Duration: 59.990001678467,
        Height: 0,
        Rotate: 0,
        Size: 2_878_425,
        VideoDuration: 0,
        VideoStreamSet: [],
        Width: 0,
      },
    }),
  ),
  workflow('film-of-5-gb', 'the size is above 2^32', sdk, ({ MetaData }) => ({
    MetaData: MetaData && { ...MetaData, Size: 5_368_709_120 },
  })),
  workflow('nothing-noticed', 'the reviews passed: their parts are an empty list', sdk, (_, job) => ({
    AiContentReviewResultSet: [
      {
        ...reviewResult('Porn', job),
        PornTask: {
          ...stateOf.SUCCESS,
          Input: { Definition: 10 },
          Output: { Confidence: 0, Suggestion: 'pass', Label: '', SegmentSet: [] },
        },
      },
    ],
  })),
  workflow('nothing-recognised', 'the recognition succeeded and found nothing', sdk, (_, job) => ({
    AiRecognitionResultSet: [
      {
        ...recognitionResult('FaceRecognition', job),
        FaceTask: { ...stateOf.SUCCESS, Input: { Definition: 10 }, Output: { ResultSet: [] } },
      },
    ],
  })),
  workflow(
    'json-inside-a-tag',
    'SpecialInfo is a JSON text inside the JSON, and only the newest tasks tell when they ran',
    sources.music,
    (_, job) => ({
      AiAnalysisResultSet: [
        {
          ...analysisResult('Tag', job),
          TagTask: {
            ...stateOf.SUCCESS,
            Progress: 100,
            BeginProcessTime: '2025-06-13T12:08:20Z',
            FinishTime: '2025-06-13T12:08:57Z',
            Input: { Definition: 283_568 },
            Output: {
              TagSet: [
                {
                  Confidence: 100,
                  Tag: 'A Song',
                  SpecialInfo: '{"song_name":"A Song","segment_list":[[30,165],[180,255]]}',
                },
              ],
            },
          },
        },
      ],
    }),
  ),
  callbackFields,
  {
    name: 'unknown-fields',
    because: 'the vendor adds fields at every level, and a strict parser refuses them',
    source: sdk,
    reports: ['mps-workflow-task/unknown-field'],
    event(draw, sample) {
      const event = sample(draw);
      for (const level of [
        event,
        event.WorkflowTaskEvent,
        ...event.WorkflowTaskEvent.MediaProcessResultSet,
      ]) {
        setOwn(level, 'FutureField', { nested: [1, null] });
      }
      return event;
    },
  },
];
