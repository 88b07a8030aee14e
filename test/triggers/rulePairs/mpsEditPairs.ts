import { readFileSync } from 'node:fs';
import { asyncBytes, pairsOf, type RulePairs, sizePairs } from './pair.js';

const example: unknown = JSON.parse(
  readFileSync(new URL('../../../templates/events/mps-edit-media-task.json', import.meta.url), 'utf8'),
);
const pair = pairsOf(example);
const task = 'EditMediaTaskEvent';
const running = { [`${task}.Status`]: 'PROCESSING', [`${task}.Message`]: '', [`${task}.Output`]: null };
const failed = { [`${task}.ErrCode`]: 30010, [`${task}.Output`]: null };
const file = `${task}.Input.FileInfoSet`;
const cosInput = { Type: 'COS', CosInputInfo: { Bucket: 'b-1', Region: 'ap-beijing', Object: '/a.mp4' } };
const second = { InputInfo: cosInput, StartTimeOffset: 60, EndTimeOffset: 120 };

/** What a film is made of: two pictures and two sounds. */
export const film = {
  AudioDuration: 10.5,
  AudioStreamSet: [
    { Bitrate: 1, Codec: 'aac', SamplingRate: 44_100 },
    { Bitrate: 2, Codec: 'aac', SamplingRate: 44_100 },
  ],
  Bitrate: 703,
  Container: 'mov,mp4,m4a,3gp,3g2,mj2',
  Duration: 11,
  Height: 720,
  Rotate: 0,
  Size: 1000,
  VideoDuration: 11,
  VideoStreamSet: [
    { Bitrate: 300, Codec: 'h264', Fps: 25, Height: 720, Width: 180 },
    { Bitrate: 400, Codec: 'h264', Fps: 25, Height: 320, Width: 1280 },
  ],
  Width: 1280,
};

/** Films whose sums are wrong, by what is wrong. */
export const wrongSums: readonly (readonly [what: string, field: string, value: number])[] = [
  ['the sum without the second sound', 'Bitrate', 701],
  ['the sum without the second picture', 'Bitrate', 303],
  ['the height of the second picture', 'Height', 320],
  ['the width of the first picture', 'Width', 180],
];
const metaData = `${task}.Output.MetaData`;

export const mpsEditPairs: RulePairs = {
  'mps-edit-media-task/output-after-success': [
    pair('none after success', { [`${task}.Output`]: null }, {}),
    pair('one while it runs', { [`${task}.Status`]: 'PROCESSING' }, running, [`${task}.Output`]),
    pair('one after a failure', { [`${task}.ErrCode`]: 30010 }, failed, [`${task}.Output`]),
  ],
  'mps-edit-media-task/code-after-end': [
    pair('a code while it runs', { ...running, [`${task}.ErrCode`]: 30010 }, running, [`${task}.ErrCode`]),
  ],
  'mps-edit-media-task/type-names-place': [
    pair('another input', { [`${file}.0.InputInfo.Type`]: 'URL' }, {}, [`${file}.0.InputInfo.UrlInputInfo`]),
    pair(
      'the second input',
      { [`${file}.1`]: { ...second, InputInfo: { ...cosInput, Type: 'AWS-S3' } } },
      { [`${file}.1`]: second },
      [`${file}.1.InputInfo.S3InputInfo`],
    ),
    pair('another output', { [`${task}.Output.OutputStorage.Type`]: 'VOD' }, {}, [
      `${task}.Output.OutputStorage.VODOutputStorage`,
    ]),
  ],
  'mps-edit-media-task/offsets-in-order': [
    pair('an end before its start', { [`${file}.0.EndTimeOffset`]: 59 }, { [`${file}.0.EndTimeOffset`]: 60 }),
    pair(
      'the second part',
      { [`${file}.1`]: { ...second, EndTimeOffset: 59 } },
      { [`${file}.1`]: { ...second, EndTimeOffset: 0 } },
      [`${file}.1.EndTimeOffset`],
    ),
  ],
  'mps-edit-media-task/stream-sums': wrongSums.map(([what, field, value]) =>
    pair(what, { [metaData]: { ...film, [field]: value } }, { [metaData]: film }, [`${metaData}.${field}`]),
  ),
  'mps-edit-media-task/longest-duration': [
    pair('the shorter', { [metaData]: { ...film, Duration: 10.5 } }, { [metaData]: film }, [
      `${metaData}.Duration`,
    ]),
  ],
  'mps-edit-media-task/fits-async-invocation': sizePairs(example, `${task}.Message`, { bytes: asyncBytes }),
  'mps-edit-media-task/unknown-field': [
    pair('at the top', { future: 1 }, {}),
    pair('in the task', { [`${task}.future`]: 1 }, {}),
    pair('in the second file', { [`${file}.1`]: { ...second, future: 1 } }, { [`${file}.1`]: second }, [
      `${file}.1.future`,
    ]),
  ],
};
