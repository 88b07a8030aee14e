import { type Collection, MongoClient, ObjectId } from 'mongodb';
import { describe, expect, test } from 'vitest';

import { type CkafkaEvent, ckafka } from '../../src/index.js';
import { casesToTry, onePerKind } from '../nightly.js';
import { findUnshrunk } from './findUnshrunk.js';
import { onlyOracles } from './onlyOracles.js';

/** The server is used under a name that leads nowhere, by a user with a password. */
const url = 'mongodb://user:secret@db.example.invalid:27017/shop?serverSelectionTimeoutMS=500';

interface Order {
  _id?: string | number | ObjectId;
  key?: string;
  id?: string;
  orders?: number;
  number?: number;
  n?: number;
  big?: number;
  tries?: number;
  a?: number;
  state?: string;
  sent?: boolean;
  at?: Date;
  seen?: string[];
  visits?: number[];
  tags?: string[];
  in?: object;
  bytes?: Buffer;
  none?: null;
}
type Use = (orders: Collection<Order>, keys: readonly string[], client: MongoClient) => Promise<unknown>;

const keysOf = ({ Records }: CkafkaEvent) =>
  Records.map(({ Ckafka }) => `${Ckafka.topic}/${Ckafka.partition}/${Ckafka.offset}`);

const options = {
  trigger: ckafka,
  runs: casesToTry(1, 3),
  edges: false,
  learn: false,
  maxFailures: 1,
} as const;

function handlerOf(use: Use): (event: CkafkaEvent) => Promise<void> {
  return async (event) => {
    const client = new MongoClient(url);
    try {
      await use(client.db().collection<Order>('orders'), keysOf(event), client);
    } finally {
      await client.close();
    }
  };
}

async function found(use: Use, ...names: readonly string[]) {
  const { failures, warnings } = await findUnshrunk(() => handlerOf(use), {
    ...options,
    oracles: onlyOracles('crash', 'redelivery', ...names),
  });
  expect(warnings).not.toContainEqual(expect.stringContaining('refused'));
  return failures.map(({ oracle, what }) => `${oracle}: ${what}`);
}

const isDuplicate = (error: { code?: number }): void => {
  if (error.code !== 11_000) throw error;
};

/** A handler that does twice what comes twice, the call that tells, and one that does it once. */
const pairs: readonly (readonly [string, Use, string, Use])[] = [
  [
    'insertOne',
    async (orders, keys) => {
      for (const key of keys) await orders.insertOne({ key });
    },
    'mongodb insert orders',
    async (orders, keys) => {
      for (const key of keys) await orders.insertOne({ _id: key }).catch(isDuplicate);
    },
  ],
  [
    'a unique field',
    (orders, keys) => orders.insertMany(keys.map((key) => ({ key, at: new Date() }))),
    'mongodb insert orders',
    async (orders, keys) => {
      for (const key of keys) await orders.insertOne({ key, at: new Date() }).catch(isDuplicate);
    },
  ],
  [
    'an index of its own',
    async (orders, keys) => {
      await orders.createIndex({ key: 1 });
      for (const key of keys) await orders.insertOne({ key, id: crypto.randomUUID() });
    },
    'mongodb insert orders',
    async (orders, keys) => {
      await orders.createIndex({ key: 1 }, { unique: true });
      for (const key of keys) await orders.insertOne({ key, tries: Math.random() }).catch(isDuplicate);
    },
  ],
  [
    'updateOne',
    (orders) => orders.updateOne({ _id: 'total' }, { $inc: { orders: 1 } }),
    'mongodb update orders',
    async (orders, keys) => {
      for (const key of keys)
        await orders.updateOne(
          { _id: 'total', seen: { $ne: key } },
          { $inc: { orders: 1 }, $push: { seen: key } },
        );
    },
  ],
  [
    'upsert',
    (orders, keys) => orders.updateOne({ key: keys[0] ?? '' }, { $push: { visits: 1 } }, { upsert: true }),
    'mongodb update orders',
    async (orders, keys) => {
      for (const key of keys) {
        await orders.updateOne({ key }, { $set: { state: 'paid', at: new Date() } }, { upsert: true });
        const { upsertedCount } = await orders.updateOne(
          { key: `mail ${key}` },
          { $setOnInsert: { sent: true } },
          { upsert: true },
        );
        if (upsertedCount > 0) await orders.insertOne({ key: `sent ${key}` });
        await orders.replaceOne({ _id: `last` }, { key }, { upsert: true });
      }
    },
  ],
  [
    'findOneAndUpdate',
    (orders) => orders.findOneAndUpdate({ _id: 'next' }, { $inc: { number: 1 } }, { upsert: true }),
    'mongodb findAndModify orders',
    async (orders, keys) => {
      for (const key of keys) {
        const before = await orders.findOneAndUpdate({ _id: key }, { $set: { key } }, { upsert: true });
        if (before === null) await orders.insertOne({ key: `mail ${key}` });
      }
    },
  ],
  [
    'a transaction',
    (orders, keys, client) =>
      client.withSession((session) =>
        session.withTransaction(async () => {
          await orders.insertOne({ key: keys[0] ?? '' }, { session });
          await orders.updateOne({ _id: 'total' }, { $inc: { orders: 1 } }, { session });
        }),
      ),
    'mongodb insert orders, mongodb update orders',
    (orders, keys, client) =>
      client.withSession((session) =>
        session
          .withTransaction(async () => {
            await orders.updateOne({ _id: 'total' }, { $inc: { orders: keys.length } }, { session });
            await orders.insertMany(
              keys.map((key) => ({ _id: key })),
              { session },
            );
          })
          .catch(isDuplicate),
      ),
  ],
];

/** By day one of each command. */
describe.each(onePerKind(pairs, ([, , what]) => what))('%s', (_name, broken, what, mended) => {
  test('names the call that a redelivery repeats', async () => {
    expect(await found(broken)).toEqual([`redelivery: ${what}`]);
  });

  test('is silent where what comes twice is done once', async () => {
    expect(await found(mended, 'warm-cold', 'concurrency')).toEqual([]);
  });
});

test('what a transaction did that fails is gone, so that trying again does it once', async () => {
  const use: Use = (orders, keys, client) =>
    client.withSession((session) =>
      session.withTransaction(async () => {
        await orders.updateOne({ _id: 'total' }, { $inc: { orders: 1 } }, { session });
        await orders.insertOne({ key: keys.join() }, { session });
      }),
    );
  const { failures } = await findUnshrunk(() => handlerOf(use), {
    ...options,
    oracles: onlyOracles('retry-after-fault'),
  });
  expect(failures.map(({ what }) => what)).toEqual([]);
});

test('an id that is refused and not expected fails what comes again', async () => {
  const use: Use = (orders, keys) => orders.insertOne({ _id: keys.join() });
  expect(await found(use)).toEqual(['redelivery: second fails']);
});

test('a failing command is an error that says so, and no other', async () => {
  const said: unknown[] = [];
  const use: Use = (orders) =>
    orders
      .updateOne({ _id: 1 }, { $set: { state: 'paid' } })
      .catch((error: Error) => void said.push(error.message));
  expect(await found(use, 'swallowed-failure')).toEqual(['swallowed-failure: mongodb update orders fails']);
  expect(said[0]).toContain('mongodb update orders failed');
});

test('a handler that leaves nothing running when it has answered is not told to', async () => {
  const use: Use = (orders, keys) =>
    orders.updateOne({ _id: keys[0] ?? '' }, { $set: { a: 1 } }, { upsert: true });
  expect(await found(use, 'late-work', 'unhandled-rejection', 'never-settles')).toEqual([]);
});

test('what a client that is kept does of itself is no late work, and what a handler starts is', async () => {
  const clients: MongoClient[] = [];
  const factory = (isHasty: boolean) => () => {
    const client = new MongoClient(url);
    clients.push(client);
    return async (event: CkafkaEvent) => {
      const orders = client.db().collection<Order>('orders');
      const key = keysOf(event).join();
      await orders.findOne({ key });
      const updating = orders.updateOne({ key }, { $set: { state: 'paid' } }, { upsert: true });
      if (!isHasty) await updating;
    };
  };
  const told = async (isHasty: boolean) => {
    const { failures } = await findUnshrunk(factory(isHasty), {
      ...options,
      oracles: onlyOracles('late-work'),
    });
    return failures.map(({ what }) => what);
  };
  expect(await told(false)).toEqual([]);
  expect((await told(true)).join()).toMatch(/mongodb update orders|await/);
  await Promise.all(clients.map((client) => client.close()));
});

test('what was written can be read again', async () => {
  const seen: unknown[] = [];
  const at = new Date(1_700_000_000_000);
  const use: Use = async (orders) => {
    seen.length = 0;
    const id = new ObjectId('0123456789abcdef01234567');
    await orders.insertMany([
      {
        _id: id,
        key: 'a',
        n: 1.5,
        big: 2 ** 40,
        at,
        tags: ['x', 'y'],
        in: { deep: [{ a: 1 }] },
        bytes: Buffer.from('hi'),
      },
      { _id: 'b', key: 'b', n: 3, none: null },
    ]);
    seen.push(await orders.findOne({ _id: id }));
    seen.push(await orders.find({ n: { $gte: 2 } }).toArray());
    seen.push(await orders.countDocuments({ tags: 'x' }), await orders.distinct('key'));
    seen.push(
      await orders.aggregate([{ $match: { 'in.deep.a': 1 } }, { $limit: 5 }, { $count: 'n' }]).toArray(),
    );
    await orders.updateMany({}, { $unset: { tags: '' }, $set: { 'in.other': true } });
    seen.push(await orders.findOne({ key: 'a' }, { projection: { _id: 0 } }));
    seen.push((await orders.deleteMany({ key: { $in: ['a', 'b'] } })).deletedCount);
    seen.push(await orders.find().toArray());
  };
  await findUnshrunk(() => handlerOf(use), { ...options, runs: 1, oracles: onlyOracles('crash') });
  expect(seen).toEqual([
    {
      _id: new ObjectId('0123456789abcdef01234567'),
      key: 'a',
      n: 1.5,
      big: 2 ** 40,
      at,
      tags: ['x', 'y'],
      in: { deep: [{ a: 1 }] },
      bytes: expect.objectContaining({ sub_type: 0 }),
    },
    [{ _id: 'b', key: 'b', n: 3, none: null }],
    1,
    ['a', 'b'],
    [{ n: 1 }],
    expect.objectContaining({ key: 'a', in: { deep: [{ a: 1 }], other: true } }),
    2,
    [],
  ]);
});
