import type { Guide } from './guide.js';

/** What the platform may do with events: again, in parts, at once, after a failure. */
export const deliveries: Readonly<Record<string, Guide>> = {
  'swallowed-failure': {
    tried: { kind: 'timer' },
    bad: `exports.main_handler = async (event) => {
  try {
    await fetch(\`https://jobs.example.com/\${event.TriggerName}\`, { method: 'PUT', body: event.Time });
  } catch (error) {
    console.error(error.message);
  }
  return 'done';
};
`,
    good: `exports.main_handler = async (event) => {
  await fetch(\`https://jobs.example.com/\${event.TriggerName}\`, { method: 'PUT', body: event.Time });
  return 'done';
};
`,
    mend: 'Let the failure out, so that the platform tries again, or do something else that keeps the work: a dead-letter queue, a table of what is left to do.',
    zh: {
      law: '外部调用失败且有工作未完成时，函数不报告成功。',
      mend: '让失败抛出，平台才会重试；或者用其他方式保住这项工作，例如写入死信队列或待办表。',
    },
  },
  redelivery: {
    tried: { kind: 'timer' },
    bad: `exports.main_handler = async (event) => {
  await fetch('https://pay.example.com/charges', { method: 'POST', body: event.Message });
};
`,
    good: `exports.main_handler = async (event) => {
  await fetch('https://pay.example.com/charges', {
    method: 'POST',
    headers: { 'Idempotency-Key': \`\${event.TriggerName} \${event.Time}\` },
    body: event.Message,
  });
};
`,
    mend: 'Make the effect the same however often it comes: a PUT under a key of the event, an idempotency key, an INSERT that does nothing where the row is there (ON CONFLICT DO NOTHING, INSERT IGNORE). The memory of an instance is no place for it.',
    zh: {
      law: '同一事件到达两次，留下的结果与到达一次相同。',
      mend: '让操作无论执行多少次结果都相同：以事件的键做 PUT、使用幂等键，或在行已存在时不做任何事的 INSERT（ON CONFLICT DO NOTHING、INSERT IGNORE）。不要依赖实例内存。',
    },
  },
  'mistaken-for-repeat': {
    tried: { kind: 'ckafka', options: { runs: 40 } },
    bad: `exports.main_handler = async (event) => {
  for (const { Ckafka } of event.Records)
    await fetch('https://orders.example.com/', {
      method: 'POST',
      headers: { 'Idempotency-Key': \`\${Ckafka.offset}\` },
      body: Ckafka.msgBody,
    });
};
`,
    good: `exports.main_handler = async (event) => {
  for (const { Ckafka } of event.Records)
    await fetch('https://orders.example.com/', {
      method: 'POST',
      headers: { 'Idempotency-Key': \`\${Ckafka.topic}/\${Ckafka.partition}/\${Ckafka.offset}\` },
      body: Ckafka.msgBody,
    });
};
`,
    mend: 'Take a key that no second event has: topic, partition and offset of CKafka together, the id of a message, the trigger and its time. A second or an offset alone comes again.',
    zh: {
      law: '第二个事件即使与第一个很相似，留下的结果也与它单独到达时相同。',
      mend: '使用不会重复的键：CKafka 的主题、分区与偏移量一起，消息的 id，或触发器名加时间。只用秒或只用偏移量都会重复。',
    },
  },
  'split-batch': {
    tried: { kind: 'ckafka' },
    bad: `exports.main_handler = async (event) => {
  const { Ckafka } = event.Records[0];
  const key = \`\${Ckafka.topic}/\${Ckafka.partition}/\${Ckafka.offset}\`;
  await fetch(\`https://orders.example.com/\${encodeURIComponent(key)}\`, { method: 'PUT', body: 'seen' });
};
`,
    good: `exports.main_handler = async (event) => {
  for (const { Ckafka } of event.Records) {
    const key = \`\${Ckafka.topic}/\${Ckafka.partition}/\${Ckafka.offset}\`;
    await fetch(\`https://orders.example.com/\${encodeURIComponent(key)}\`, { method: 'PUT', body: 'seen' });
  }
};
`,
    mend: 'Handle every item of the batch, each by itself. How many come together is decided by the platform and changes from hour to hour.',
    zh: {
      law: '一个批次留下的结果，与其中各条逐一到达时相同。',
      mend: '逐条处理批次中的每一条。一次来多少条由平台决定，随时会变。',
    },
  },
  'retry-after-fault': {
    tried: { kind: 'timer' },
    bad: `const done = new Set();

exports.main_handler = async (event) => {
  const key = \`\${event.TriggerName} \${event.Time}\`;
  if (done.has(key)) return;
  done.add(key);
  await fetch(\`https://jobs.example.com/\${encodeURIComponent(key)}\`, { method: 'PUT', body: 'run' });
};
`,
    good: `const done = new Set();

exports.main_handler = async (event) => {
  const key = \`\${event.TriggerName} \${event.Time}\`;
  if (done.has(key)) return;
  await fetch(\`https://jobs.example.com/\${encodeURIComponent(key)}\`, { method: 'PUT', body: 'run' });
  done.add(key);
};
`,
    mend: 'Note that something is done after it is done, not before, and make each step one that can be done again: the retry begins at the first step.',
    zh: {
      law: '外部调用失败、事件再次到达之后，一切都已完成，且只完成一次。',
      mend: '完成之后再记录“已完成”，而不是之前；并使每一步都可以重做：重试会从第一步开始。',
    },
  },
  'warm-cold': {
    tried: { kind: 'apigw' },
    bad: `const methods = [];

exports.main_handler = async (event) => {
  methods.push(event.httpMethod);
  return { isBase64Encoded: false, statusCode: 200, headers: {}, body: methods.join(', ') };
};
`,
    good: `exports.main_handler = async (event) => {
  const methods = [event.httpMethod];
  return { isBase64Encoded: false, statusCode: 200, headers: {}, body: methods.join(', ') };
};
`,
    mend: 'Keep in the memory of the module only what is the same for every event, such as clients and caches. What one event collects belongs into the handler, what outlives it into a store.',
    zh: {
      law: '热启动实例对事件的处理结果与冷启动实例相同。',
      mend: '模块级内存中只保留对所有事件都相同的内容，例如客户端和缓存。单个事件收集的数据放进函数内部，需要保留的放进存储。',
    },
  },
  growth: {
    tried: { kind: 'timer' },
    bad: `const { createPool } = require('mysql2/promise');

exports.main_handler = async (event) => {
  const pool = createPool({ host: 'db.example.com', user: 'jobs', database: 'jobs' });
  await pool.execute('REPLACE INTO runs (name, at) VALUES (?, ?)', [event.TriggerName, event.Time]);
};
`,
    good: `const { createPool } = require('mysql2/promise');
const pool = createPool({ host: 'db.example.com', user: 'jobs', database: 'jobs' });

exports.main_handler = async (event) => {
  await pool.execute('REPLACE INTO runs (name, at) VALUES (?, ?)', [event.TriggerName, event.Time]);
};
`,
    mend: 'Make clients, pools and listeners once, where the module is loaded, and use them for every event; or close in a finally block what an event opens. A warm instance handles thousands of events, and a database takes some hundred connections.',
    zh: {
      law: '实例保持打开的资源不随它处理过的事件数增长。',
      mend: '客户端、连接池和监听器在模块加载时创建一次，供所有事件使用；或者在 finally 中关闭单个事件所打开的资源。一个热实例会处理上千个事件，而数据库只接受几百个连接。',
    },
  },
  'partition-order': {
    tried: { kind: 'ckafka' },
    bad: `exports.main_handler = async (event) => {
  await Promise.all(
    event.Records.map(({ Ckafka }) =>
      fetch('https://audit.example.com/lines', { method: 'POST', body: \`\${Ckafka.partition} \${Ckafka.offset}\` }),
    ),
  );
};
`,
    good: `exports.main_handler = async (event) => {
  for (const { Ckafka } of event.Records)
    await fetch('https://audit.example.com/lines', {
      method: 'POST',
      headers: { 'Idempotency-Key': \`\${Ckafka.topic}/\${Ckafka.partition}/\${Ckafka.offset}\` },
      body: \`\${Ckafka.partition} \${Ckafka.offset}\`,
    });
};
`,
    mend: 'Handle the items of one partition one after the other (for … of with await); different partitions may run side by side.',
    zh: {
      law: '同一分区各条消息的效果按消息的顺序发生，外部调用较慢时也是如此。',
      mend: '同一分区的消息逐条处理（for … of 加 await）；不同分区可以并行。',
    },
  },
  concurrency: {
    tried: { kind: 'apigw' },
    bad: `const url = 'https://counter.example.com/visits';

exports.main_handler = async () => {
  const seen = await (await fetch(url)).text();
  await fetch(url, { method: 'PUT', body: String((Number(seen) || 0) + 1) });
  return { isBase64Encoded: false, statusCode: 204, headers: {}, body: '' };
};
`,
    good: `const url = 'https://counter.example.com/visits/add';

exports.main_handler = async (event) => {
  await fetch(url, { method: 'POST', body: event.requestContext.stage });
  return { isBase64Encoded: false, statusCode: 204, headers: {}, body: '' };
};
`,
    mend: 'Do not read, compute and write back: let the store do it in one step (INCR, UPDATE … SET n = n + 1, a conditional write), or lock.',
    zh: {
      law: '两次同时进行的调用，留下的结果与先后进行时相同。',
      mend: '不要先读、再算、再写回：让存储一步完成（INCR、UPDATE … SET n = n + 1、条件写入），或者加锁。',
    },
  },
};
