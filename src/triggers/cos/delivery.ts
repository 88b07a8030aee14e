import type { CosEvent, CosRecord } from '../../generated/cos.js';
import {
  arrayLens,
  type CausedEvent,
  type CausingCall,
  type DeliveryRules,
  type MetamorphicRelation,
} from '../../kernel/delivery.js';
import { isObject } from '../../kernel/json.js';
import { encodeKey, hostParts, keyOf } from './object.js';

/** The same notification of another object or in another form, as far as one record of it allows. */
function otherwise(
  name: string,
  because: string,
  compare: NonNullable<MetamorphicRelation<CosEvent>['compare']>,
  change: (record: CosRecord) => CosRecord | undefined,
): MetamorphicRelation<CosEvent> {
  return {
    name,
    because,
    compare,
    followUp(event) {
      const records = event.Records.map(change);
      if (records.every((record) => record === undefined)) return undefined;
      return {
        ...event,
        Records: records.map((record, index) => record ?? (event.Records[index] as CosRecord)),
      };
    },
  };
}

/** An object that is written into the bucket of which a record tells: by PUT Object, or by the end of an upload in parts. */
function caused(event: CosEvent, { name, args }: CausingCall): CausedEvent<CosEvent> | undefined {
  const written = /^(PUT|POST) https?:\/\/([^/]+)\/(.+)$/.exec(name);
  const bucket = hostParts(written?.[2]?.replace('.cos-internal.', '.cos.') ?? '');
  const objectKey = decoded(written?.[3] ?? '');
  if (bucket === undefined || objectKey === undefined || !isWhole(written?.[1], args)) return undefined;
  const record = event.Records.find(
    ({ cos: { cosBucket } }) => cosBucket.name === bucket.bucket && cosBucket.appid === bucket.appid,
  );
  if (record === undefined) return undefined;
  const { cosBucket, cosObject } = record.cos;
  const host = cosObject.url.slice(0, cosObject.url.indexOf('/', 'https://'.length));
  const key = keyOf({ appid: bucket.appid, bucket: bucket.bucket, objectKey });
  const object = { ...cosObject, key, url: `${host}/${encodeKey(objectKey)}` };
  const cos = { ...record.cos, cosBucket, cosObject: object };
  const created = { ...record.event, eventName: 'cos:ObjectCreated:Put' };
  return { event: { ...event, Records: [{ ...record, cos, event: created }] }, written: objectKey };
}

/** True for a request that leaves a whole object: no part of one, and none of its lists or labels. */
function isWhole(method: string | undefined, args: unknown): boolean {
  const [request] = Array.isArray(args) ? args : [];
  const query = new URLSearchParams(isObject(request) ? String(request.query ?? '') : '');
  if (method === 'POST') return query.has('uploadId');
  return !['partNumber', 'acl', 'tagging', 'append'].some((name) => query.has(name));
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

/** Notifications of one bucket may come together or one by one, in no promised order. */
export const delivery: Partial<DeliveryRules<CosEvent>> = {
  batch: arrayLens('Records', { most: 100, waitMs: 0 }),
  relations: [
    otherwise(
      'large-upload',
      'what is put in parts is created by CompleteMultipartUpload',
      'calls',
      (record) =>
        record.event.eventName === 'cos:ObjectCreated:Put'
          ? { ...record, event: { ...record.event, eventName: 'cos:ObjectCreated:CompleteMultipartUpload' } }
          : undefined,
    ),
    otherwise('empty-object', 'folders and empty files have the size 0', 'success', (record) => ({
      ...record,
      cos: { ...record.cos, cosObject: { ...record.cos.cosObject, size: 0 } },
    })),
    otherwise(
      'without-full-region',
      'cosRegion and s3Region came in 2022 and are not documented',
      'success',
      (record) => {
        const { cosRegion: _cos, s3Region: _s3, ...cosBucket } = record.cos.cosBucket;
        return { ...record, cos: { ...record.cos, cosBucket } };
      },
    ),
  ],
  caused,
  nearDuplicate(event, other) {
    const [first] = event.Records;
    const [second] = other.Records;
    if (first === undefined || second === undefined) return undefined;
    if (first.cos.cosObject.key === second.cos.cosObject.key) return undefined;
    const { eventTime, reqid } = first.event;
    return { ...other, Records: [{ ...second, event: { ...second.event, eventTime, reqid } }] };
  },
};
