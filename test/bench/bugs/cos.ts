import path from 'node:path';
import type { CosEvent, CosRecord } from '../../../src/generated/cos.js';
import type { BugCase } from './cases.js';
import { cosEvent } from './events.js';
import { digestOf, headerOf, keysIn, occurrenceOf, urlPart } from './support.js';

const thumbnails = 'https://thumbnails.example.com/jobs';

/** Objects that come and go in a bucket: keys and paths. */
export const cosBugs: readonly BugCase<CosEvent>[] = [
  {
    name: 'cos-key-as-path',
    class: 'path-traversal',
    trigger: 'cos',
    because: 'a key may have /../ in it, and then the file lands outside of the temporary directory',
    buggy: (world) => async (event) => {
      for (const record of event.Records) {
        const target = path.posix.join(world.files.directory, keyOf(record));
        await world.files.write(target, String(record.cos.cosObject.size));
      }
    },
    fixed: (world) => async (event) => {
      for (const record of event.Records) {
        const target = path.posix.join(world.files.directory, digestOf(occurrenceOf(record)));
        await world.files.write(target, String(record.cos.cosObject.size));
      }
    },
    property: ({ left }) => Object.keys(left.files).every((file) => file.startsWith('/tmp/scf/')),
    witness: () => ({ events: [cosEvent({ key: 'a/../../../etc/cron.d/job' })] }),
  },
  {
    name: 'cos-path-join-on-address',
    class: 'path-join-on-url',
    trigger: 'cos',
    because: 'path.join makes one slash of the two after https:',
    buggy: (world) => async (event) => {
      for (const record of event.Records) {
        const address = path.posix.join('https://cdn.example.com/purge', urlPart(keyOf(record)));
        await world.http.post(address, null, { idempotencyKey: occurrenceOf(record) });
      }
    },
    fixed: (world) => async (event) => {
      for (const record of event.Records) {
        const address = `https://cdn.example.com/purge/${urlPart(keyOf(record))}`;
        await world.http.post(address, null, { idempotencyKey: occurrenceOf(record) });
      }
    },
    property: ({ left }) => left.posts.every((post) => post.url.startsWith('https://')),
    witness: () => ({ events: [cosEvent({})] }),
  },
  {
    name: 'cos-key-decoded',
    class: 'raw-text-decoded',
    trigger: 'cos',
    because: 'the key is raw: "100%.jpg" cannot be decoded, and "a+b" or "a%20b" mean themselves',
    buggy: (world) => async (event) => {
      for (const record of event.Records) {
        const key = decodeURIComponent(keyOf(record));
        await world.http.post(thumbnails, { key }, { idempotencyKey: occurrenceOf(record) });
      }
    },
    fixed: (world) => async (event) => {
      for (const record of event.Records) {
        const key = keyOf(record);
        await world.http.post(thumbnails, { key }, { idempotencyKey: occurrenceOf(record) });
      }
    },
    witness: () => ({ events: [cosEvent({ key: 'sale 100%.jpg' })] }),
  },
  {
    name: 'cos-last-part-of-key',
    class: 'rest-lost-in-split',
    trigger: 'cos',
    because: 'the object key may have slashes of its own: folders are lost',
    buggy: (world) => async (event) => {
      for (const record of event.Records) {
        const [, , , key] = record.cos.cosObject.key.split('/');
        await world.db.put(`object:${key}`, true);
      }
    },
    fixed: (world) => async (event) => {
      for (const record of event.Records) {
        const key = record.cos.cosObject.key.split('/').slice(3).join('/');
        await world.db.put(`object:${key}`, true);
      }
    },
    property: ({ event, left }) => event.Records.every((record) => `object:${keyOf(record)}` in left.db),
    witness: () => ({ events: [cosEvent({ key: 'album/2026/cat.jpg' })] }),
  },
  {
    name: 'cos-split-at-bucket-name',
    class: 'split-at-repeated-text',
    trigger: 'cos',
    because: 'the bucket may share its name with a folder of the key',
    buggy: (world) => async (event) => {
      for (const record of event.Records) {
        const { cosBucket, cosObject } = record.cos;
        const key = cosObject.key.split(`/${cosBucket.name}/`).pop();
        await world.http.post(thumbnails, { key }, { idempotencyKey: occurrenceOf(record) });
      }
    },
    fixed: (world) => async (event) => {
      for (const record of event.Records) {
        const { cosBucket, cosObject } = record.cos;
        const key = cosObject.key.slice(`/${cosBucket.appid}/${cosBucket.name}/`.length);
        await world.http.post(thumbnails, { key }, { idempotencyKey: occurrenceOf(record) });
      }
    },
    witness: () => ({ events: [cosEvent({ key: 'old/pictures/cat.jpg' })] }),
  },
  {
    name: 'cos-file-by-base-name',
    class: 'name-collision',
    trigger: 'cos',
    because: 'objects of different folders have the same base name and overwrite each other',
    buggy: (world) => async (event) => {
      for (const record of event.Records) {
        const name = path.posix.basename(keyOf(record)) || 'folder';
        await world.db.put(`copy:${name}`, keyOf(record));
      }
    },
    fixed: (world) => async (event) => {
      for (const record of event.Records) {
        const name = keyOf(record) || 'folder';
        await world.db.put(`copy:${name}`, keyOf(record));
      }
    },
    property: ({ event, left }) =>
      keysIn(left, 'copy:').length === new Set(event.Records.map((record) => keyOf(record))).size,
    witness: () => ({ events: [cosEvent({ key: 'a/cat.jpg' }, { key: 'b/cat.jpg' })] }),
  },
  {
    name: 'cos-key-in-shell',
    class: 'shell-injection',
    trigger: 'cos',
    because: 'a key with ; or $( ) runs what its uploader likes',
    buggy: (world) => async (event) => {
      for (const record of event.Records) {
        await world.run(`convert "${keyOf(record)}" -resize 100 thumbnail.png`);
      }
    },
    fixed: (world) => async (event) => {
      for (const record of event.Records) {
        await world.run('convert', ['--', keyOf(record), '-resize', '100', 'thumbnail.png']);
      }
    },
    property: ({ left }) => left.commands.every((command) => command[0] !== 'sh'),
    witness: () => ({ events: [cosEvent({ key: 'a$(reboot).jpg' })] }),
  },
  {
    name: 'cos-suffix-anywhere',
    class: 'suffix-in-the-middle',
    trigger: 'cos',
    because: 'includes(".jpg") also finds a.jpg.tmp, a half uploaded file',
    buggy: (world) => async (event) => {
      for (const record of event.Records) {
        const key = keyOf(record);
        if (!key.includes('.jpg')) continue;
        await world.http.post(thumbnails, { key }, { idempotencyKey: occurrenceOf(record) });
      }
    },
    fixed: (world) => async (event) => {
      for (const record of event.Records) {
        const key = keyOf(record);
        if (!key.endsWith('.jpg')) continue;
        await world.http.post(thumbnails, { key }, { idempotencyKey: occurrenceOf(record) });
      }
    },
    property: ({ event, left }) =>
      left.posts.length <= event.Records.filter((record) => keyOf(record).endsWith('.jpg')).length,
    witness: () => ({ events: [cosEvent({ key: 'a.jpg.tmp' })] }),
  },
  {
    name: 'cos-type-header-in-lower-case',
    class: 'header-case',
    trigger: 'cos',
    because: 'meta writes Content-Type with capitals',
    buggy: (world) => async (event) => {
      for (const record of event.Records) {
        const type = record.cos.cosObject.meta['content-type'] ?? 'application/octet-stream';
        await world.db.put(`type:${occurrenceOf(record)}`, type);
      }
    },
    fixed: (world) => async (event) => {
      for (const record of event.Records) {
        const type = headerOf(record.cos.cosObject.meta, 'content-type') ?? 'application/octet-stream';
        await world.db.put(`type:${occurrenceOf(record)}`, type);
      }
    },
    witness: () => ({ events: [cosEvent({})] }),
  },
  {
    name: 'cos-etag-required',
    class: 'optional-field-assumed',
    trigger: 'cos',
    because: 'the documented meta has no ETag',
    buggy: (world) => async (event) => {
      for (const record of event.Records) {
        const etag = record.cos.cosObject.meta.ETag as string;
        await world.db.put(`version:${occurrenceOf(record)}`, etag.replaceAll('"', ''));
      }
    },
    fixed: (world) => async (event) => {
      for (const record of event.Records) {
        const etag = headerOf(record.cos.cosObject.meta, 'etag') ?? '';
        await world.db.put(`version:${occurrenceOf(record)}`, etag.replaceAll('"', ''));
      }
    },
    witness: () => ({ events: [cosEvent({ meta: {} })] }),
  },
];

/** The object's own key: without owner and bucket. */
function keyOf({ cos }: CosRecord): string {
  return cos.cosObject.key.slice(`/${cos.cosBucket.appid}/${cos.cosBucket.name}/`.length);
}
