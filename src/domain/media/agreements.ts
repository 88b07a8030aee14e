import { describeValue } from '../../kernel/describeValue.js';
import type { IssuePath } from '../../kernel/issue.js';
import { isObject } from '../../kernel/json.js';
import type { Report } from '../../kernel/trigger.js';

/** Which member of a place belongs to its Type: first of an input, then of an output. */
const memberOfPlace: Readonly<Record<string, readonly string[]>> = {
  COS: ['CosInputInfo', 'CosOutputStorage'],
  URL: ['UrlInputInfo'],
  'AWS-S3': ['S3InputInfo', 'S3OutputStorage'],
  VOD: ['VODInputInfo', 'VODOutputStorage'],
};
const placeNames = ['InputInfo', 'OutputStorage', 'Storage'];

/** Reports inputs and storages whose Type names a member that is not given. */
export function checkPlaces(value: unknown, path: IssuePath, report: Report): void {
  visit(value, path, (place, at) => {
    if (!placeNames.includes(String(at.at(-1)))) return;
    const input = at.at(-1) === 'InputInfo';
    const member = memberOfPlace[String(place.Type)]?.[input ? 0 : 1];
    if (member !== undefined && !isObject(place[member])) {
      report([...at, member], {
        expected: `an object, since Type is "${place.Type}"`,
        received: describeValue(place[member]),
      });
    }
  });
}

const offsetNames = [
  ['StartTimeOffset', 'EndTimeOffset'],
  ['StartTime', 'EndTime'],
] as const;

/** Reports parts of a film that end before they begin; an end of 0 stands for the end of the film. */
export function checkOffsets(value: unknown, path: IssuePath, report: Report): void {
  visit(value, path, (part, at) => {
    for (const [begin, finish] of offsetNames) {
      const { [begin]: start, [finish]: end } = part;
      if (typeof start === 'number' && typeof end === 'number' && end !== 0 && end < start) {
        report([...at, finish], {
          expected: `no less than ${begin}, which is ${start}`,
          received: describeValue(end),
        });
      }
    }
  });
}

/** Reports areas of a picture that are neither empty nor four edges in their order. */
export function checkAreas(value: unknown, path: IssuePath, report: Report): void {
  visit(value, path, (place, at) => {
    const area = place.AreaCoordSet;
    if (!Array.isArray(area) || area.length === 0) return;
    const [left, top, right, bottom] = area;
    if (area.length !== 4 || left > right || top > bottom) {
      report([...at, 'AreaCoordSet'], {
        expected: 'left, top, right and bottom, or nothing',
        received: JSON.stringify(area),
      });
    }
  });
}

/** Reports a file that is not as long as the longer of its sound and its picture. */
export function checkDurations(
  file: { readonly Duration: number; readonly AudioDuration: number; readonly VideoDuration: number },
  path: IssuePath,
  report: Report,
): void {
  const longest = Math.max(file.AudioDuration, file.VideoDuration);
  if (file.Duration !== longest) {
    report([...path, 'Duration'], {
      expected: `${longest}, the longer of AudioDuration and VideoDuration`,
      received: describeValue(file.Duration),
    });
  }
}

const timeNames = ['PicUrlExpireTime', 'BeginProcessTime', 'FinishTime'];

/** Reports times on days that the calendar does not have, and tasks that ended before they began. */
export function checkTimes(value: unknown, path: IssuePath, report: Report): void {
  visit(value, path, (part, at) => {
    for (const name of timeNames) {
      const time = part[name];
      if (typeof time !== 'string') continue;
      const day = Number(time.slice(8, 10));
      const days = new Date(Date.UTC(Number(time.slice(0, 4)), Number(time.slice(5, 7)), 0)).getUTCDate();
      if (day > days) {
        report([...at, name], { expected: 'a day that the month has', received: describeValue(time) });
      }
    }
    const { BeginProcessTime: begun, FinishTime: finished } = part;
    if (
      typeof begun === 'string' &&
      typeof finished === 'string' &&
      Date.parse(finished) < Date.parse(begun)
    ) {
      report([...at, 'FinishTime'], {
        expected: `no sooner than BeginProcessTime, which is ${begun}`,
        received: describeValue(finished),
      });
    }
  });
}

interface Streams {
  readonly Bitrate: number;
  readonly Height: number;
  readonly Width: number;
  readonly VideoStreamSet: readonly {
    readonly Bitrate: number;
    readonly Height: number;
    readonly Width: number;
  }[];
  readonly AudioStreamSet: readonly { readonly Bitrate: number }[];
}

/** Reports a file whose bit rate, height or width is not what its streams add up to. */
export function checkStreamSums(file: Streams, path: IssuePath, report: Report): void {
  const { VideoStreamSet, AudioStreamSet } = file;
  const expected = {
    Bitrate: [...VideoStreamSet, ...AudioStreamSet].reduce((sum, stream) => sum + stream.Bitrate, 0),
    Height: Math.max(0, ...VideoStreamSet.map((stream) => stream.Height)),
    Width: Math.max(0, ...VideoStreamSet.map((stream) => stream.Width)),
  };
  for (const name of ['Bitrate', 'Height', 'Width'] as const) {
    if (file[name] !== expected[name]) {
      report([...path, name], {
        expected: `${expected[name]}, as the streams have it`,
        received: describeValue(file[name]),
      });
    }
  }
}

type See = (part: Readonly<Record<string, unknown>>, at: IssuePath) => void;

/** No field of a contract stands deeper; unknown ones may. */
const deepest = 24;

/** Shows every object inside a value; the path is good until the next one is shown. */
function visit(value: unknown, root: IssuePath, see: See): void {
  const at = [...root];
  inside(value);

  function inside(part: unknown): void {
    if (at.length > deepest) return;
    if (Array.isArray(part)) {
      for (let index = 0; index < part.length; index++) step(index, part[index]);
    } else if (isObject(part)) {
      see(part, at);
      for (const name in part) step(name, part[name]);
    }
  }

  function step(key: string | number, child: unknown): void {
    if (typeof child !== 'object' || child === null) return;
    at.push(key);
    inside(child);
    at.pop();
  }
}
