import { pipeline } from 'node:stream/promises';
import { type Db, GridFSBucket, MongoClient } from 'mongodb';
import { describe, expect, test } from 'vitest';

import { replicaSetOf } from '../../src/fuzz/play/effects/databases/mongoReplicaSet.js';
import { type CkafkaEvent, ckafka } from '../../src/index.js';
import { casesToTry } from '../nightly.js';
import { findUnshrunk } from './findUnshrunk.js';
import { onlyOracles } from './onlyOracles.js';

const keysOf = ({ Records }: CkafkaEvent) =>
  Records.map(({ Ckafka }) => `${Ckafka.topic}/${Ckafka.partition}/${Ckafka.offset}`);

async function fuzzed(
  url: string,
  use: (db: Db, keys: readonly string[], client: MongoClient) => Promise<unknown>,
  ...oracles: readonly string[]
) {
  const handler = async (event: CkafkaEvent) => {
    const client = new MongoClient(url, { serverSelectionTimeoutMS: 500 });
    try {
      await use(client.db(), keysOf(event), client);
    } finally {
      await client.close();
    }
  };
  const { failures, warnings } = await findUnshrunk(() => handler, {
    trigger: ckafka,
    runs: casesToTry(1, 3),
    edges: false,
    learn: false,
    maxFailures: 1,
    env: { MONGO_ADDRESS: url },
    oracles: onlyOracles('crash', ...oracles),
  });
  return { told: failures.map(({ oracle, what }) => `${oracle}: ${what}`), warnings };
}

describe.each([
  ['mongodb+srv:', 'mongodb+srv://u:p@cluster0.abcde.example.net/shop?retryWrites=true&w=majority'],
  ['replicaSet', 'mongodb://10.0.0.4:27017,10.0.0.5:27017/shop?replicaSet=cmgo-1a2b3c&authSource=admin'],
  ['several servers', 'mongodb://u:p@10.0.0.4:27017,10.0.0.5:27017/shop'],
  ['TLS', 'mongodb://u:p@db.example.invalid:27017/shop?tls=true'],
])('an address with %s', (_name, url) => {
  test('leads to the server that is played', async () => {
    const { told, warnings } = await fuzzed(
      url,
      async (db, keys, client) => {
        await client.withSession((session) =>
          session.withTransaction(async () => {
            for (const key of keys) await db.collection('orders').insertOne({ key }, { session });
          }),
        );
      },
      'redelivery',
    );
    expect(told).toEqual(['redelivery: mongodb insert orders']);
    expect(warnings).not.toContainEqual(expect.stringContaining('refused'));
  });
});

test('a change stream is refused by its name, and nobody waits for it', async () => {
  const { told, warnings } = await fuzzed('mongodb://10.0.0.4/shop', async (db) => {
    const stream = db.collection('orders').watch();
    await stream.tryNext().catch(() => undefined);
    await stream.close();
  });
  expect(told).toEqual([]);
  expect(warnings).toContainEqual(
    expect.stringMatching(
      /^mongodb watch orders was refused .*: the server that is played here does not serve/,
    ),
  );
});

test('a file of GridFS is kept, and what the driver makes for it is no effect', async () => {
  const { told } = await fuzzed(
    'mongodb://10.0.0.4/shop',
    async (db, keys) => {
      const bucket = new GridFSBucket(db);
      for (const key of keys) {
        if ((await bucket.find({ filename: key }).toArray()).length > 0) continue;
        const upload = bucket.openUploadStream(key);
        await pipeline([Buffer.from(key)], upload);
        const bytes = await bucket.openDownloadStream(upload.id).toArray();
        if (Buffer.concat(bytes).toString() !== key) throw new Error('another file');
      }
    },
    'redelivery',
    'late-work',
  );
  expect(told).toEqual([]);
});

test('documents come in the order that is asked for', async () => {
  const seen: unknown[] = [];
  await fuzzed('mongodb://10.0.0.4/shop', async (db) => {
    seen.length = 0;
    const numbers = db.collection<{ n?: number; at?: string }>('numbers');
    await numbers.deleteMany();
    await numbers.insertMany([{ n: 1, at: 'b' }, { n: 3, at: 'a' }, { n: 1, at: 'a' }, {}]);
    const order = { n: -1, at: 1 } as const;
    seen.push(...(await numbers.find({}, { sort: order, projection: { _id: 0 } }).toArray()));
    seen.push(...(await numbers.aggregate([{ $sort: { n: -1 } }, { $limit: 1 }]).toArray()));
  });
  expect(seen.map((one) => Object.entries(Object(one)).filter(([name]) => name !== '_id'))).toEqual(
    [{ n: 3, at: 'a' }, { n: 1, at: 'a' }, { n: 1, at: 'b' }, {}, { n: 3, at: 'a' }].map(Object.entries),
  );
});

test.each([
  [
    '10.0.0.4:27017',
    'x mongodb://10.0.0.4:27017,b/shop?w=1&replicaSet=one mongodb://c/?replicaSet=two',
    'one',
  ],
  ['c:27017', 'mongodb://10.0.0.4/shop?replicaSet=one\nmongodb://u:p@C/?replicaSet=two', 'two'],
  ['d:27017', "new MongoClient(url, { replicaSet: 'three' })", 'three'],
  ['d:27017', '{"replicaSet": "four"}', 'four'],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: as code says it.
  ['d:27017', '`mongodb://${hosts}/shop?replicaSet=five`', 'five'],
  ['d:27017', 'mongodb://d/shop', 'rs0'],
])('the replica set of %s in %s', (address, text, name) => {
  expect(replicaSetOf(address, text)).toBe(name);
});
