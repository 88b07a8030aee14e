import { readFileSync } from 'node:fs';
import { film, wrongSums } from './mpsEditPairs.js';
import {
  asyncBytes,
  changed,
  type Fields,
  pairsOf,
  type RulePair,
  type RulePairs,
  sizePairs,
} from './pair.js';

const example: unknown = JSON.parse(
  readFileSync(new URL('../../../templates/events/mps-workflow-task.json', import.meta.url), 'utf8'),
);
const task = 'WorkflowTaskEvent';
const media = `${task}.MediaProcessResultSet`;
const transcode = `${media}.0.TranscodeTask`;
const failedGraphic = `${media}.1.AnimatedGraphicTask`;
const snapshot = `${media}.2.SnapshotByTimeOffsetTask`;
const sprite = `${media}.3.ImageSpriteTask`;

const done = { Status: 'SUCCESS', ErrCode: 0, ErrCodeExt: '', Message: 'SUCCESS', Input: { Definition: 10 } };
const segment = {
  StartTimeOffset: 5,
  EndTimeOffset: 6,
  Confidence: 11,
  Suggestion: 'review',
  KeywordSet: ['word'],
  AreaCoordSet: [1, 2, 3, 4],
  Url: 'https://media.example.com/review/1.jpg',
  PicUrlExpireTime: '2025-11-02T06:36:51Z',
};
/** Members that the type of a result does not name. */
const none = (names: string) => Object.fromEntries(names.split(' ').map((name) => [`${name}Task`, null]));
const review = {
  ...none(
    'Porn Terrorism Political PornAsr PoliticalAsr PoliticalOcr TerrorismOcr ProhibitedAsr ProhibitedOcr',
  ),
  Type: 'Porn.Ocr',
  SampleRate: 1,
  Duration: 60,
  PornOcrTask: { ...done, Output: { Confidence: 42, Suggestion: 'block', SegmentSet: [segment, segment] } },
};
const storage = { Type: 'COS', CosOutputStorage: { Bucket: 'b-1250000001', Region: 'ap-shanghai' } };
const reel = {
  ...none(
    'Classification Cover Tag FrameTag Highlight DeLogo Segment HeadTail Description HorizontalToVertical',
  ),
  ...none('Dubbing VideoRemake VideoComprehension Cutout'),
  Type: 'Reel',
  ReelTask: {
    ...done,
    BeginProcessTime: '2025-11-02T06:36:51Z',
    FinishTime: '2025-11-02T06:36:52Z',
    Output: { VideoPath: '/a.mp4', VideoPaths: ['/a.mp4'], ScriptPath: '/a.txt', OutputStorage: storage },
  },
};
const recognition = {
  ...none('Face AsrWords AsrFullText OcrFullText TransText Object'),
  Type: 'OcrWordsRecognition',
  OcrWordsTask: {
    ...done,
    Output: {
      ResultSet: [
        {
          Word: 'diagram',
          SegmentSet: [{ StartTimeOffset: 0, EndTimeOffset: 1, Confidence: 21, AreaCoordSet: [1, 2, 3, 4] }],
        },
      ],
    },
  },
};
const event = changed(example, {
  [`${task}.AiContentReviewResultSet`]: [review, review],
  [`${task}.AiAnalysisResultSet`]: [reel],
  [`${task}.AiRecognitionResultSet`]: [recognition],
});
const pair = pairsOf(event);
const secondReview = `${task}.AiContentReviewResultSet.1`;
const onlyReel = `${task}.AiAnalysisResultSet.0.ReelTask`;
const onlyWords = `${task}.AiRecognitionResultSet.0`;

/** Every list of results, with a task in it. */
const tasks = [
  transcode,
  snapshot,
  sprite,
  `${task}.AiContentReviewResultSet.0.PornOcrTask`,
  `${secondReview}.PornOcrTask`,
  onlyReel,
  `${onlyWords}.OcrWordsTask`,
];
const ofEach = (pairOf: (path: string) => RulePair): RulePair[] => tasks.map(pairOf);
const failure = (path: string): Fields => ({
  [`${path}.Status`]: 'FAIL',
  [`${path}.ErrCode`]: 30010,
  [`${path}.ErrCodeExt`]: 'InternalError',
  [`${path}.Output`]: null,
});
const running = (path: string): Fields => ({ [`${path}.Status`]: 'PROCESSING', [`${path}.Output`]: null });
const unfinished = { [`${task}.Status`]: 'PROCESSING' };

/** One field, broken and fine. */
function field(what: string, path: string, broken: unknown, fine?: unknown): RulePair {
  return pair(what, { [path]: broken }, fine === undefined ? {} : { [path]: fine });
}

export const mpsWorkflowPairs: RulePairs = {
  'mps-workflow-task/type-names-task': [
    pair(
      'another member beside',
      { [`${media}.2.AnimatedGraphicTask`]: valueAt(failedGraphic) },
      { [`${media}.2.AnimatedGraphicTask`]: null },
    ),
    pair('none', { [`${media}.3.ImageSpriteTask`]: null }, {}),
    pair('none of the second review', { [`${secondReview}.PornOcrTask`]: null }, {}),
    pair('none of an analysis', { [onlyReel]: undefined }, {}),
    pair('none of a recognition', { [`${onlyWords}.OcrWordsTask`]: null }, {}),
  ],
  'mps-workflow-task/output-after-success': [
    ...ofEach((path) => field(`none of ${path}`, `${path}.Output`, null)),
    ...ofEach((path) =>
      pair(
        `one of ${path} after a failure`,
        { ...failure(path), [`${path}.Output`]: valueAt(`${path}.Output`) },
        failure(path),
        [`${path}.Output`],
      ),
    ),
  ],
  'mps-workflow-task/code-after-failure': [
    ...ofEach((path) => field(`a code of ${path}`, `${path}.ErrCode`, 1, 0)),
    ...ofEach((path) => field(`a word of ${path}`, `${path}.ErrCodeExt`, 'InternalError', 'SUCCESS')),
    ...ofEach((path) =>
      pair(
        `no code of ${path} after a failure`,
        { ...failure(path), [`${path}.ErrCode`]: 0 },
        failure(path),
        [`${path}.ErrCode`],
      ),
    ),
    ...['', 'SUCCESS'].flatMap((word) =>
      ofEach((path) =>
        pair(
          `"${word}" of ${path} after a failure`,
          { ...failure(path), [`${path}.ErrCodeExt`]: word },
          { ...failure(path), [`${path}.ErrCodeExt`]: undefined },
          [`${path}.ErrCodeExt`],
        ),
      ),
    ),
    pair(
      'a word while it runs',
      { ...unfinished, ...running(transcode), [`${transcode}.ErrCodeExt`]: 'InternalError' },
      { ...unfinished, ...running(transcode) },
      [`${transcode}.ErrCodeExt`],
    ),
  ],
  'mps-workflow-task/finished-tasks': ofEach((path) =>
    pair(path, running(path), { ...running(path), ...unfinished }, [`${path}.Status`]),
  ),
  'mps-workflow-task/type-names-place': [
    pair('of the film', { [`${task}.InputInfo.Type`]: 'URL' }, {}, [`${task}.InputInfo.UrlInputInfo`]),
    pair('of an analysis', { [`${onlyReel}.Output.OutputStorage.Type`]: 'AWS-S3' }, {}, [
      `${onlyReel}.Output.OutputStorage.S3OutputStorage`,
    ]),
    pair(
      'of the second result',
      { [`${failedGraphic}.Input.OutputStorage.Type`]: 'VOD' },
      { [`${failedGraphic}.Input.OutputStorage.Type`]: 'COS' },
      [`${failedGraphic}.Input.OutputStorage.VODOutputStorage`],
    ),
  ],
  'mps-workflow-task/stream-sums': [
    ...wrongSums.map(([what, name, value]) =>
      pair(what, { [`${task}.MetaData`]: { ...film, [name]: value } }, { [`${task}.MetaData`]: film }, [
        `${task}.MetaData.${name}`,
      ]),
    ),
    field('of a result', `${transcode}.Output.Bitrate`, 293_021),
    pair(
      'of the second result',
      { [`${media}.1`]: withBitrate(1) },
      { [`${media}.1`]: withBitrate(293_022) },
      [`${media}.1.TranscodeTask.Output.Bitrate`],
    ),
    pair('nothing known', { [`${task}.MetaData`]: { ...film, Height: 0 } }, { [`${task}.MetaData`]: null }, [
      `${task}.MetaData.Height`,
    ]),
  ],
  'mps-workflow-task/longest-duration': [
    pair(
      'the shorter',
      { [`${task}.MetaData`]: { ...film, Duration: 10.5 } },
      { [`${task}.MetaData`]: { ...film, Duration: 12, AudioDuration: 12 } },
      [`${task}.MetaData.Duration`],
    ),
  ],
  'mps-workflow-task/times-exist': [
    field('a leap day', `${onlyReel}.BeginProcessTime`, '2025-02-29T00:00:00Z', '2024-02-29T00:00:00Z'),
    field('a 31st', `${onlyReel}.FinishTime`, '2025-11-31T00:00:00Z', '2025-11-30T00:00:00Z'),
    field(
      'an end before its start',
      `${onlyReel}.FinishTime`,
      '2025-11-02T06:36:50Z',
      '2025-11-02T06:36:51Z',
    ),
    field(
      'of the second part',
      `${secondReview}.PornOcrTask.Output.SegmentSet.1.PicUrlExpireTime`,
      '2025-09-31T00:00:00Z',
      '2025-09-30T00:00:00Z',
    ),
  ],
  'mps-workflow-task/offsets-in-order': [
    field('of what was asked for', `${failedGraphic}.Input.StartTimeOffset`, 601, 600),
    field('of the second part', `${secondReview}.PornOcrTask.Output.SegmentSet.1.EndTimeOffset`, 4, 5),
    field('of a word', `${onlyWords}.OcrWordsTask.Output.ResultSet.0.SegmentSet.0.StartTimeOffset`, 2, 1),
  ].map((each) => ({ ...each, at: each.at.map((path) => path.replace(/Start(TimeOffset)$/, 'End$1')) })),
  'mps-workflow-task/area-edges': (
    [
      ['three edges', [1, 2, 3], [1, 2, 3, 4]],
      ['left behind right', [4, 2, 3, 4], [3, 2, 3, 4]],
      ['top below bottom', [1, 5, 3, 4], []],
    ] as const
  ).flatMap(([what, broken, fine]) => [
    field(
      `${what}, of a word`,
      `${onlyWords}.OcrWordsTask.Output.ResultSet.0.SegmentSet.0.AreaCoordSet`,
      broken,
      fine,
    ),
    field(
      `${what}, of the second part`,
      `${secondReview}.PornOcrTask.Output.SegmentSet.1.AreaCoordSet`,
      broken,
      fine,
    ),
  ]),
  'mps-workflow-task/results-where-asked': [
    field('another bucket', `${transcode}.Output.OutputStorage.CosOutputStorage.Bucket`, 'other-1'),
    pair('another region', { [`${sprite}.Output.Storage.CosOutputStorage.Region`]: 'ap-beijing' }, {}, [
      `${sprite}.Output.Storage`,
    ]),
    field('another directory', `${transcode}.Output.Path`, '/other/dianping2_transcode_10.mp4'),
    field('of a picture', `${snapshot}.Output.PicInfoSet.0.Path`, '/dasda/dianping2_0.jpg'),
    field(
      'of a sprite',
      `${sprite}.Output.ImagePathSet.0`,
      '/dasda/imageSprite/dianping_0.jpg',
      '/dianping2_imageSprite_10_0.jpg',
    ),
    field(
      'of a second sprite',
      `${sprite}.Output.ImagePathSet.1`,
      '/a.jpg',
      '/dianping2_imageSprite_10_1.jpg',
    ),
    field('of a list of sprites', `${sprite}.Output.WebVttPath`, '/dasda/imageSprite/a.vtt'),
  ].map((each) => ({ ...each, at: each.at.map((path) => path.replace(/(OutputStorage)\.Cos.*$/, '$1')) })),
  'mps-workflow-task/definition-asked': [
    field('another', `${transcode}.Output.Definition`, 11, 0),
    field('of a sprite', `${sprite}.Output.Definition`, 20, 10),
  ],
  'mps-workflow-task/watermarks-asked': [
    pair(
      'of a picture',
      { [`${snapshot}.Output.PicInfoSet.0.WaterMarkDefinition`]: [515_247, 1] },
      { [`${snapshot}.Output.PicInfoSet.0.WaterMarkDefinition`]: [515_247, 515_247] },
      [`${snapshot}.Output.PicInfoSet.0.WaterMarkDefinition.1`],
    ),
    pair(
      'none asked for',
      { [`${snapshot}.Input.WatermarkSet`]: [] },
      { [`${snapshot}.Input.WatermarkSet`]: [], [`${snapshot}.Output.PicInfoSet.0.WaterMarkDefinition`]: [] },
      [`${snapshot}.Output.PicInfoSet.0.WaterMarkDefinition.0`],
    ),
    pair('of all pictures', { [`${media}.4`]: sampled([1]) }, { [`${media}.4`]: sampled([515_247]) }, [
      `${media}.4.SampleSnapshotTask.Output.WaterMarkDefinition.0`,
    ]),
  ],
  'mps-workflow-task/reel-paths': [
    field('another path', `${onlyReel}.Output.VideoPath`, '/b.mp4', '/a.mp4'),
    pair(
      'one of several',
      { [`${onlyReel}.Output.VideoPaths`]: ['/a.mp4', '/b.mp4'] },
      { [`${onlyReel}.Output.VideoPaths`]: ['/a.mp4', '/b.mp4'], [`${onlyReel}.Output.VideoPath`]: '' },
      [`${onlyReel}.Output.VideoPath`],
    ),
  ],
  'mps-workflow-task/fits-async-invocation': sizePairs(event, `${task}.Message`, { bytes: asyncBytes }),
  'mps-workflow-task/unknown-field': [
    pair('at the top', { future: 1 }, {}),
    ...[0, 1, 2, 3].map((index) => pair(`in result ${index}`, { [`${media}.${index}.future`]: 1 }, {})),
    pair('in the second review', { [`${secondReview}.future`]: 1 }, {}),
    pair('in a second part', { [`${secondReview}.PornOcrTask.Output.SegmentSet.1.future`]: 1 }, {}),
    pair('in a word', { [`${onlyWords}.OcrWordsTask.Output.ResultSet.0.future`]: 1 }, {}),
  ],
};

/** What stands at a path of the event. */
function valueAt(path: string): unknown {
  return path.split('.').reduce<unknown>((part, step) => Reflect.get(Object(part), step), event);
}

/** The first result again, whose bit rate is another. */
function withBitrate(Bitrate: number): unknown {
  return changed(valueAt(`${media}.0`), { 'TranscodeTask.Output.Bitrate': Bitrate });
}

/** Snapshots all of which have these watermarks. */
function sampled(WaterMarkDefinition: readonly number[]): object {
  return {
    ...none('Transcode AnimatedGraphic SnapshotByTimeOffset ImageSprite'),
    Type: 'SampleSnapshot',
    SampleSnapshotTask: {
      ...done,
      Input: {
        Definition: 10,
        WatermarkSet: [{ Definition: 515_247 }],
        OutputStorage: storage,
        OutputObjectPath: '/a_{number}',
        ObjectNumberFormat: { InitialValue: 0, Increment: 1, MinLength: 1, PlaceHolder: '0' },
      },
      Output: {
        Storage: storage,
        Definition: 10,
        SampleType: 'Time',
        Interval: 50,
        ImagePathSet: ['/a_0.jpg'],
        WaterMarkDefinition,
      },
    },
  };
}
