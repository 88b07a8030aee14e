import { cosStorage } from '../../domain/media/film.js';
import type {
  MpsEditFile,
  MpsEditMediaTask,
  MpsEditMediaTaskEvent,
} from '../../generated/mps-edit-media-task.js';
import { setOwn } from '../../kernel/json.js';
import type { EdgeCase } from '../../kernel/trigger.js';

const page = 'https://cloud.tencent.com/document/product/583/50833';
const editExample = "the vendor's example of EditMedia";
const sdk = 'tencentcloud-sdk-nodejs-mps 4.1.305';

/** What a failed task says of itself: the failure of the vendor's example. */
export const failure = { ErrCode: 30010, Message: 'TencentVodPlatErr Or Unkown' };

function edited(
  name: string,
  because: string,
  source: string,
  change: (task: MpsEditMediaTask) => Partial<MpsEditMediaTask>,
): EdgeCase<MpsEditMediaTaskEvent> {
  return {
    name,
    because,
    source,
    event(draw, sample) {
      const event = sample(draw);
      return {
        ...event,
        EditMediaTaskEvent: { ...event.EditMediaTaskEvent, ...change(event.EditMediaTaskEvent) },
      };
    },
  };
}

const clip: MpsEditFile = {
  InputInfo: {
    Type: 'COS',
    CosInputInfo: { Bucket: 'films-1250000001', Region: 'ap-guangzhou', Object: '/dianping2.mp4' },
  },
  StartTimeOffset: 0,
  EndTimeOffset: 0,
};
const storage = cosStorage('films-1250000001', 'ap-guangzhou');

/** Events that break handlers of edited videos. */
export const edgeCases: readonly EdgeCase<MpsEditMediaTaskEvent>[] = [
  edited('failed', 'Output is null although the task is FINISH, and Output.Path throws', page, () => ({
    Status: 'FINISH',
    ...failure,
    Output: null,
  })),
  edited('processing', 'the event comes before there is an output', page, () => ({
    Status: 'PROCESSING',
    ErrCode: 0,
    Message: '',
    Output: null,
  })),
  edited(
    'whole-films-joined',
    'both offsets are 0, which means the whole film, and the clip seems to be empty',
    "the vendor's example of EditMedia in VOD",
    () => ({
      Input: { FileInfoSet: [clip, clip, clip] },
    }),
  ),
  edited('same-film-twice', 'two entries name one file, and a table by path keeps one', sdk, () => ({
    Input: {
      FileInfoSet: [
        { ...clip, EndTimeOffset: 5 },
        { ...clip, StartTimeOffset: 5, EndTimeOffset: 10 },
      ],
    },
  })),
  edited('hundred-films', 'the list is long', sdk, () => ({
    Input: { FileInfoSet: Array.from({ length: 100 }, () => clip) },
  })),
  edited('composition', 'the materials have ids and no offsets', sdk, () => ({
    Input: { FileInfoSet: [{ InputInfo: clip.InputInfo, Id: 'background-music_1' }] },
  })),
  edited('input-by-url', 'the film has an address and no bucket', sdk, () => ({
    Input: {
      FileInfoSet: [
        {
          ...clip,
          InputInfo: { Type: 'URL', UrlInputInfo: { Url: 'https://media.example.com/a%20film.mp4' } },
        },
      ],
    },
  })),
  edited(
    'object-with-spaces-and-percent',
    'the path is raw: decoding it throws, not encoding it breaks the URL',
    editExample,
    () => ({
      Status: 'FINISH',
      ErrCode: 0,
      Output: { OutputStorage: storage, Path: '/clip_result/100% real film+1.mp4' },
    }),
  ),
  edited('meta-data-unknown', 'MetaData is null, and MetaData.Duration throws', sdk, () => ({
    Status: 'FINISH',
    ErrCode: 0,
    Output: { OutputStorage: storage, Path: '/clip_result/clip.mp4', MetaData: null },
  })),
  {
    name: 'callback-fields',
    because: 'the fields of callbacks come along, and the other member is null',
    source: "the vendor's example of ParseNotification",
    event: (draw, sample) => ({
      ...sample(draw),
      WorkflowTaskEvent: null,
      SessionId: '',
      SessionContext: '',
    }),
  },
  {
    name: 'unknown-fields',
    because: 'the vendor adds fields at every level, and a strict parser refuses them',
    source: sdk,
    reports: ['mps-edit-media-task/unknown-field'],
    event(draw, sample) {
      const event = sample(draw);
      const { EditMediaTaskEvent } = event;
      for (const level of [event, EditMediaTaskEvent, ...EditMediaTaskEvent.Input.FileInfoSet]) {
        setOwn(level, 'FutureField', { nested: [1, null] });
      }
      return event;
    },
  },
];
