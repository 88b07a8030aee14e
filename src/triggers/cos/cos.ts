import { hasRecordsOf } from '../../domain/queue/messages.js';
import { type CosEvent, type CosMeta, type CosRecord, cosContract } from '../../generated/cos.js';
import { fileNames } from '../../generated/pools.js';
import { defineTrigger } from '../../kernel/defineTrigger.js';
import type { Draw } from '../../kernel/draw.js';
import { givenItem, givenLength } from '../../kernel/overrides.js';
import { delivery } from './delivery.js';
import { edgeCases } from './edgeCases.js';
import {
  concreteEvents,
  encodeKey,
  givenPlace,
  keyOf,
  longestKeyBytes,
  type ObjectPlace,
  page,
  regions,
  urlOf,
  urlParts,
} from './object.js';
import { rules } from './rules.js';

export type { CosEvent, CosRecord };

const bucketNames: readonly string[] = [
  'testpic',
  'user-upload',
  'media-assets',
  'backup',
  'cdn-origin',
  'logs2026',
];
const legalBucket = /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/;
const functions: readonly string[] = ['printevent', 'make_thumbnail', 'on-upload', 'index-files'];
const namespaces: readonly string[] = ['default', 'default', 'default', 'prod'];

const folders = ['', 'images/', 'upload/2026/', 'video/inputs/', '日志/', 'my files/'].map((raw) => ({
  raw,
  encoded: encodeKey(raw),
}));

/** A UTF-16 unit takes three bytes at most, and one is put in front of some. */
const longestHostileKey = Math.floor(longestKeyBytes / 3) - 1;

const contentTypes: Readonly<Record<string, string>> = {
  css: 'text/css',
  csv: 'text/csv',
  gif: 'image/gif',
  html: 'text/html',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  js: 'text/javascript',
  json: 'application/json',
  md: 'text/markdown',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  pdf: 'application/pdf',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain',
  wav: 'audio/wav',
};

const files = fileNames.map((name) => ({
  name,
  contentType: contentTypes[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream',
}));

/** How many records an event has at most; one is usual. */
const maxLengths: readonly number[] = [1, 1, 1, 1, 1, 1, 1, 1, 2, 5];

/** Objects of a bucket were created, removed or restored. */
export const cos = defineTrigger({
  name: 'cos',
  summary: 'COS notifies the function when objects of a bucket are created, removed or restored.',
  documentation: page,
  contract: cosContract,
  invocation: 'async',
  delivery,
  retries:
    'Twice after an error of the function, a minute apart; then the dead-letter queue, if there is one.',
  sample(draw, given): CosEvent {
    const { appid, bucket, region, queue } = drawSource(
      draw,
      givenPlace(givenItem<CosRecord>(given.Records, 0)),
    );
    const fewest = Math.max(1, givenLength(given.Records));
    const Records = draw.list(fewest, Math.max(fewest, draw.pick(maxLengths)), (from, index) => {
      const item = givenItem<CosRecord>(given.Records, index);
      const place = given.Records === undefined ? {} : givenPlace(item);
      const { eventName, eventTime } = item.event ?? {};
      return drawRecord(from, {
        place: { appid, bucket, region, ...place },
        queue,
        eventName,
        eventTime,
      });
    });
    return { Records };
  },
  edgeCases,
  rules,
  looksLike: (value) => hasRecordsOf('cos', value),
  decode: ({ Records }) =>
    Records.map(({ cos: { cosObject } }, index) => {
      const path = ['Records', index, 'cos', 'cosObject', 'url'];
      const parts = urlParts(cosObject.url);
      return parts === undefined
        ? {
            path,
            encoding: 'percent',
            problem: 'a percent sign is not followed by two hexadecimal digits of UTF-8',
          }
        : { path, encoding: 'percent', value: parts.objectKey };
    }),
  stretch: {
    grows: "the last object's Content-Type",
    add({ Records }, extra) {
      const last = Records.at(-1) as CosRecord;
      const { cosObject } = last.cos;
      const parameter = extra === 0 ? '' : `;${'x'.repeat(extra - 1)}`;
      const meta = { ...cosObject.meta, 'Content-Type': (cosObject.meta['Content-Type'] ?? '') + parameter };
      const grown = { ...last, cos: { ...last.cos, cosObject: { ...cosObject, meta } } };
      return { Records: [...Records.slice(0, -1), grown] };
    },
  },
});

/** What all records of an event have in common: a bucket and the function that it notifies. */
function drawSource(draw: Draw, given: Partial<ObjectPlace>) {
  const appid = given.appid ?? `125${1_000_000 + draw.below(9_000_000)}`;
  const bucket = given.bucket ?? draw.name(bucketNames, legalBucket);
  const region = given.region ?? draw.pick(regions);
  const target = `${draw.pick(namespaces)}.${draw.pick(functions)}.$DEFAULT`;
  return { appid, bucket, region, queue: `:appid/${appid}:${target}` };
}

/** What is known of a record before it is drawn. */
interface GivenRecord {
  readonly place: Omit<ObjectPlace, 'objectKey'> & Partial<ObjectPlace>;
  readonly queue: string;
  readonly eventName: string | undefined;
  readonly eventTime: number | undefined;
}

function drawRecord(draw: Draw, { place, queue, ...given }: GivenRecord): CosRecord {
  const { appid, bucket, region } = place;
  const file = draw.pick(files);
  const folder = draw.pick(folders);
  const unusualKey = place.objectKey ?? (draw.isHostile() ? hostileKey(draw) : undefined);
  const objectKey = unusualKey ?? folder.raw + file.name;
  const encodedKey = unusualKey === undefined ? folder.encoded + file.name : encodeKey(unusualKey);
  const eventName = String(given.eventName ?? draw.pick(concreteEvents));
  const eventTime = Number(given.eventTime ?? draw.unixSeconds());
  const isVersioned = eventName === 'cos:ObjectRemove:DeleteMarkerCreated' || draw.chance(0.1);
  const signed = `${eventTime - 60};${eventTime + 9940}`;
  return {
    cos: {
      cosBucket: { appid, cosRegion: region.full, name: bucket, region: region.short, s3Region: region.full },
      cosNotificationId: 'unkown',
      cosObject: {
        key: keyOf({ appid, bucket, objectKey }),
        meta: drawMeta(draw, eventName, eventTime, file.contentType),
        size: draw.integer(0, 50_000_000),
        url: urlOf({ appid, bucket, region }, encodedKey),
        vid: isVersioned ? `${draw.hex(32)}${eventTime}` : '',
      },
      cosSchemaVersion: '1.0',
    },
    event: {
      eventName,
      eventQueue: `qcs:0:scf:${region.full}${queue}`,
      eventSource: 'qcs::cos',
      eventTime,
      eventVersion: '1.0',
      reqid: 0,
      requestParameters: {
        requestHeaders: {
          Authorization: `q-sign-algorithm=sha1&q-ak=AKID-EXAMPLE-0001&q-sign-time=${signed}&q-key-time=${signed}&q-header-list=host&q-url-param-list=&q-signature=example`,
        },
        requestSourceIP: `203.0.113.${1 + draw.below(254)}`,
      },
      reservedInfo: '',
    },
  };
}

function hostileKey(draw: Draw): string {
  const text = draw.text(fileNames, longestHostileKey);
  return /^[^/\\]/.test(text) ? text : `0${text}`;
}

/** Created objects show their headers; of removed and restored ones only what the documents' sample has. */
function drawMeta(draw: Draw, eventName: string, eventTime: number, contentType: string): CosMeta {
  const seconds = eventTime.toString(16).padStart(8, '0');
  const requestId = btoa(`${seconds}_${draw.hex(8)}_${draw.hex(4)}_${draw.hex(6)}`);
  if (!eventName.startsWith('cos:ObjectCreated:'))
    return { 'Content-Type': '', 'x-cos-request-id': requestId };
  const meta: CosMeta = {
    'Content-Type': contentType,
    ETag: `"${draw.hex(32)}"`,
    'x-cos-request-id': requestId,
    'x-cos-storage-class': 'Standard',
  };
  if (draw.chance(0.15)) meta['x-cos-meta-mykey'] = 'myvalue';
  return meta;
}
