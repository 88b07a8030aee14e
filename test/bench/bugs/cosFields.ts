import type { CosEvent } from '../../../src/generated/cos.js';
import type { BugCase } from './cases.js';
import { cosEvent } from './events.js';
import { headerOf, keysIn, occurrenceOf } from './support.js';

/** Objects that come and go in a bucket: what happened, when, and to which version. */
export const cosFieldBugs: readonly BugCase<CosEvent>[] = [
  {
    name: 'cos-seconds-as-milliseconds',
    class: 'wrong-time-unit',
    trigger: 'cos',
    because: 'eventTime counts seconds; as milliseconds everything happened in January 1970',
    buggy: (world) => async (event) => {
      for (const record of event.Records) {
        const day = new Date(record.event.eventTime).toISOString().slice(0, 10);
        await world.db.put(`${day}:${occurrenceOf(record)}`, record.cos.cosObject.size);
      }
    },
    fixed: (world) => async (event) => {
      for (const record of event.Records) {
        const day = new Date(record.event.eventTime * 1000).toISOString().slice(0, 10);
        await world.db.put(`${day}:${occurrenceOf(record)}`, record.cos.cosObject.size);
      }
    },
    property: ({ left }) => keysIn(left, '1970-01-').length === 0,
    witness: () => ({ events: [cosEvent({})] }),
  },
  {
    name: 'cos-etag-with-quotes',
    class: 'etag-quotes',
    trigger: 'cos',
    because: 'the ETag in meta has its double quotes, the MD5 in the manifest has none',
    buggy: (world) => async (event) => {
      for (const record of event.Records) {
        const md5 = record.cos.cosObject.meta.ETag ?? '';
        const simple = /^[0-9a-f]{32}$/.test(md5);
        await world.db.put(`md5:${occurrenceOf(record)}`, simple ? md5 : 'multipart');
      }
    },
    fixed: (world) => async (event) => {
      for (const record of event.Records) {
        const md5 = (headerOf(record.cos.cosObject.meta, 'etag') ?? '').replaceAll('"', '');
        const simple = /^[0-9a-f]{32}$/.test(md5);
        await world.db.put(`md5:${occurrenceOf(record)}`, simple ? md5 : 'multipart');
      }
    },
    witness: () => ({ events: [cosEvent({})] }),
  },
  {
    name: 'cos-notification-id-spelt-right',
    class: 'misspelt-constant',
    trigger: 'cos',
    because: 'the platform sends "unkown": a test for "unknown" never holds',
    buggy: (world) => async (event) => {
      for (const record of event.Records) {
        const id = record.cos.cosNotificationId;
        const source = id === 'unknown' ? 'bucket' : `rule ${id}`;
        await world.db.put(`source:${occurrenceOf(record)}`, source);
      }
    },
    fixed: (world) => async (event) => {
      for (const record of event.Records) {
        const id = record.cos.cosNotificationId;
        const source = /^unkn?own$/.test(id) ? 'bucket' : `rule ${id}`;
        await world.db.put(`source:${occurrenceOf(record)}`, source);
      }
    },
    property: ({ left }) => Object.values(left.db).every((value) => value !== 'rule unkown'),
    witness: () => ({ events: [cosEvent({})] }),
  },
  {
    name: 'cos-full-region-assumed',
    class: 'optional-field-assumed',
    trigger: 'cos',
    because: 's3Region came in 2022 and is not documented: older events give cos.undefined',
    buggy: (world) => async (event) => {
      for (const record of event.Records) {
        const { appid, name, s3Region } = record.cos.cosBucket;
        await world.db.put(`host:${occurrenceOf(record)}`, `${name}-${appid}.cos.${s3Region}.myqcloud.com`);
      }
    },
    fixed: (world) => async (event) => {
      for (const record of event.Records) {
        const { appid, name, s3Region, region } = record.cos.cosBucket;
        await world.db.put(
          `host:${occurrenceOf(record)}`,
          `${name}-${appid}.cos${s3Region === undefined ? region : `.${s3Region}`}.myqcloud.com`,
        );
      }
    },
    property: ({ left }) => !JSON.stringify(left.db).includes('.undefined.'),
    witness: () => ({ events: [cosEvent({ fullRegion: false })] }),
  },
  {
    name: 'cos-removal-indexed',
    class: 'event-type-ignored',
    trigger: 'cos',
    because: 'the trigger may also notify of removals: removed objects appear in the index',
    buggy: (world) => async (event) => {
      for (const record of event.Records) {
        await world.db.put(`index:${occurrenceOf(record)}`, record.cos.cosObject.size);
      }
    },
    fixed: (world) => async (event) => {
      for (const record of event.Records) {
        if (!record.event.eventName.startsWith('cos:ObjectCreated:')) continue;
        await world.db.put(`index:${occurrenceOf(record)}`, record.cos.cosObject.size);
      }
    },
    witness: () => ({ events: [cosEvent({ eventName: 'cos:ObjectRemove:Delete' })] }),
  },
  {
    name: 'cos-put-only',
    class: 'one-variant-only',
    trigger: 'cos',
    because: 'large files are created by CompleteMultipartUpload, others by Post and Copy',
    buggy: (world) => async (event) => {
      for (const record of event.Records) {
        if (record.event.eventName !== 'cos:ObjectCreated:Put') continue;
        await world.db.put(`created:${occurrenceOf(record)}`, record.cos.cosObject.size);
      }
    },
    fixed: (world) => async (event) => {
      for (const record of event.Records) {
        if (!record.event.eventName.startsWith('cos:ObjectCreated:')) continue;
        await world.db.put(`created:${occurrenceOf(record)}`, record.cos.cosObject.size);
      }
    },
    property: ({ event, left }) =>
      event.Records.every(({ event: { eventName } }) => !eventName.startsWith('cos:ObjectCreated:')) ||
      keysIn(left, 'created:').length > 0,
    witness: () => ({ events: [cosEvent({ eventName: 'cos:ObjectCreated:CompleteMultipartUpload' })] }),
  },
  {
    name: 'cos-empty-object-refused',
    class: 'falsy-zero',
    trigger: 'cos',
    because: 'folders and empty files have size 0: the event fails, is retried and fails again',
    buggy: (world) => async (event) => {
      for (const record of event.Records) {
        const { key, size } = record.cos.cosObject;
        if (!key || !size) throw new Error(`incomplete record for ${key}`);
        await world.db.put(`size:${occurrenceOf(record)}`, size);
      }
    },
    fixed: (world) => async (event) => {
      for (const record of event.Records) {
        const { key, size } = record.cos.cosObject;
        if (!key || size === undefined) throw new Error(`incomplete record for ${key}`);
        await world.db.put(`size:${occurrenceOf(record)}`, size);
      }
    },
    witness: () => ({ events: [cosEvent({ key: 'album/', size: 0 })] }),
  },
];
