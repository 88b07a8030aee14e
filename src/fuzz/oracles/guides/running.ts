import type { Guide } from './guide.js';

/** Whether a function starts, answers and ends as it should. */
export const running: Readonly<Record<string, Guide>> = {
  property: {
    tried: { kind: 'ckafka', isShownOnly: 'a test asserts it' },
    bad: `const createCounter = ({ counted }) => {
  const known = new Set(); // gone with the instance
  return async (event) => {
    for (const { Ckafka } of event.Records) {
      const place = \`\${Ckafka.topic}/\${Ckafka.partition}/\${Ckafka.offset}\`;
      if (!known.has(place)) counted.push(place);
      known.add(place);
    }
  };
};

await fuzzHandler(createCounter, {
  trigger: ckafka,
  setup: () => ({ counted: [] }),
  deliveries: true,
  property: ({ world }) => new Set(world.counted).size === world.counted.length,
});
`,
    good: `const createCounter = ({ counted }) => async (event) => {
  for (const { Ckafka } of event.Records)
    counted.add(\`\${Ckafka.topic}/\${Ckafka.partition}/\${Ckafka.offset}\`);
};

await fuzzHandler(createCounter, {
  trigger: ckafka,
  setup: () => ({ counted: new Set() }),
  deliveries: true,
  property: ({ world, event }) => world.counted.size >= Math.min(1, event.Records.length),
});
`,
    mend: 'Read which delivery breaks what you assert, and decide which of the two is right. Mostly the function keeps in the memory of one instance what belongs into a store that all instances share.',
    zh: {
      law: '用户对一次投递所断言的内容成立。',
      mend: '先看是哪一次投递违反了断言，再判断是代码错还是断言错。多数情况下，函数把应放在共享存储中的数据放进了单个实例的内存。',
    },
  },
  reference: {
    tried: { kind: 'timer', isShownOnly: 'a test gives the handler to compare with' },
    bad: `const reference = () => async ({ Message }) => ({ words: Message.split(/\\s+/).filter(Boolean).length });
const rewritten = () => async ({ Message }) => ({ words: Message.split(' ').length }); // '' has one word

await fuzzHandler(rewritten, { trigger: timer, reference });
`,
    good: `const reference = () => async ({ Message }) => ({ words: Message.split(/\\s+/).filter(Boolean).length });
const rewritten = () => async ({ Message }) => ({ words: (Message.match(/\\S+/g) ?? []).length });

await fuzzHandler(rewritten, { trigger: timer, reference });
`,
    mend: 'Compare the two answers in the report. Where the new behaviour is meant, mend the reference; else the rewrite has lost a case.',
    zh: {
      law: '无论平台如何投递，函数的返回和留下的结果都与参照函数一致。',
      mend: '对比报告中的两个返回。若新行为是有意的，就修改参照函数；否则是改写时漏掉了一种情况。',
    },
  },
  'not-loadable': {
    tried: { kind: 'timer', file: 'index.mjs', options: { runtime: 'Nodejs16.13' } },
    bad: `// index.mjs, deployed with Nodejs16.13
export const main_handler = async (event) => event.TriggerName;
`,
    good: `// index.js, deployed with Nodejs16.13
exports.main_handler = async (event) => event.TriggerName;
`,
    mend: 'Build the function to CommonJS for the runtime that it is deployed with (npx esbuild index.js --bundle --platform=node --format=cjs --target=node16), or deploy it with a newer runtime.',
    zh: {
      law: '函数代码能被其部署所用的运行时加载。',
      mend: '按部署所用的运行时构建为 CommonJS（npx esbuild index.js --bundle --platform=node --format=cjs --target=node16），或改用更新的运行时部署。',
    },
  },
  'not-started': {
    tried: { kind: 'web', isShownOnly: 'it needs a process of its own' },
    bad: `// server.js of a web function
require('node:http').createServer(answer).listen(8080, '127.0.0.1');
`,
    good: `// server.js of a web function
require('node:http').createServer(answer).listen(9000, '0.0.0.0');
`,
    mend: 'Start by hand what scf_bootstrap starts, and read what it says. A web function listens on port 9000 of all addresses, in the foreground; a Custom Runtime asks for events; both within the initialization time-out.',
    zh: {
      law: '函数能进入可以接收事件的状态。',
      mend: '手动执行 scf_bootstrap 所执行的命令并查看输出。Web 函数要在前台监听 0.0.0.0:9000，Custom Runtime 要主动获取事件，且都必须在初始化超时之前完成。',
    },
  },
  'process-killed': {
    tried: { kind: 'timer', options: { timeoutMs: 300, runs: 3 } },
    bad: `exports.main_handler = async (event) => {
  let rest = event.Message;
  while (rest !== 'done') rest = rest.slice(1);
  return 'done';
};
`,
    good: `exports.main_handler = async (event) => {
  let rest = event.Message;
  while (rest !== '' && rest !== 'done') rest = rest.slice(1);
  return 'done';
};
`,
    mend: 'Give every loop an end that each input reaches, bound what is collected in memory, and throw instead of calling process.exit: an instance that ends takes the other events with it.',
    zh: {
      law: '函数不结束自己的进程，不让它永远忙碌，也不占满内存。',
      mend: '让每个循环对任何输入都会结束，限制在内存中累积的数据量，用 throw 代替 process.exit：实例一旦结束，会影响其他事件。',
    },
  },
  'process-end': {
    tried: { kind: 'timer', isShownOnly: 'it ends the process that would tell of it' },
    bad: `exports.main_handler = async (event) => {
  if (event.Message === '') process.abort();
  return 'done';
};
`,
    good: `exports.main_handler = async (event) => {
  if (event.Message === '') throw new Error('nothing to do');
  return 'done';
};
`,
    mend: 'Look at the last event in the report: at it the process was lost. Native code that crashes, process.abort, a kill of the own process, and memory without a bound end like this.',
    zh: {
      law: '函数的进程能从一个事件运行到下一个事件。',
      mend: '查看报告中的最后一个事件：进程就是在处理它时丢失的。原生代码崩溃、process.abort、杀死自身进程、无限制地占用内存都会如此。',
    },
  },
  'never-settles': {
    tried: { kind: 'timer', options: { timeoutMs: 300, runs: 3 } },
    bad: `exports.main_handler = (event) =>
  new Promise((resolve) => {
    if (event.Message !== '') resolve(event.Message.length);
  });
`,
    good: `exports.main_handler = (event) =>
  new Promise((resolve) => {
    resolve(event.Message === '' ? 0 : event.Message.length);
  });
`,
    mend: 'See to it that every path settles the promise or calls back: an early return, an event that never comes, an error handler that is missing leave the caller waiting until the time-out.',
    zh: {
      law: '函数会给出返回。',
      mend: '确保每条路径都会结束 Promise 或调用回调：提前 return、永不到来的事件、缺失的错误处理都会让调用方一直等到超时。',
    },
  },
  'ignored-answer': {
    tried: { kind: 'timer' },
    bad: `exports.main_handler = (event) => ({ done: event.TriggerName });
`,
    good: `exports.main_handler = async (event) => ({ done: event.TriggerName });
`,
    mend: 'Answer by what an async function returns, or by the callback of one that is not async; not by both.',
    zh: {
      law: '函数的返回能到达调用方。',
      mend: '使用 async 函数的返回值，或在非 async 函数中使用回调，不要混用。',
    },
  },
  crash: {
    tried: { kind: 'timer' },
    bad: `exports.main_handler = async (event) => {
  const { job } = JSON.parse(event.Message);
  return { job };
};
`,
    good: `exports.main_handler = async (event) => {
  return { job: jobIn(event.Message) };
};

function jobIn(message) {
  try {
    return String(JSON.parse(message)?.job ?? 'all');
  } catch {
    return 'all';
  }
}
`,
    mend: 'The first own line of the stack names the value that was not there. Look at what the contract allows for it (the event in the report tells), and handle the empty, the missing and the other type, or throw an error of your own that says what is wrong.',
    zh: {
      law: '有效的事件不会引发语言本身或其标准库抛出的错误。',
      mend: '调用栈中第一行自己的代码指出了缺失的值。对照契约看它允许哪些取值（报告中的事件会注明），处理空值、缺失和其他类型，或抛出自己的、说明问题的错误。',
    },
  },
  'server-error': {
    tried: { kind: 'web', options: { runs: 12 } },
    bad: `// a listener, as an Express app is one
module.exports = async (request, response) => {
  try {
    let body = '';
    for await (const chunk of request) body += chunk;
    response.end(JSON.parse(body).name);
  } catch (error) {
    console.error(error.stack);
    response.writeHead(500).end('Internal Server Error');
  }
};
`,
    good: `// a listener, as an Express app is one
module.exports = async (request, response) => {
  let body = '';
  for await (const chunk of request) body += chunk;
  const name = nameIn(body);
  if (name === undefined) return response.writeHead(400).end('a name is needed');
  response.end(name);
};

function nameIn(body) {
  try {
    const name = JSON.parse(body)?.name;
    return typeof name === 'string' ? name : undefined;
  } catch {
    return undefined;
  }
}
`,
    mend: 'Behind the 500 stands an error of the language, which the log of the request tells. Check what clients send before it is used, and answer 400 to what cannot be used.',
    zh: {
      law: '请求不会因语言本身或其标准库抛出的错误而得到 5xx。',
      mend: '500 背后是一个语言级错误，请求的日志中有说明。使用前先校验客户端发来的内容，无法使用的返回 400。',
    },
  },
  'unhandled-rejection': {
    tried: { kind: 'timer' },
    bad: `exports.main_handler = async (event) => {
  report(event.TriggerName);
  await new Promise((done) => setImmediate(done));
  return 'done';
};

async function report(name) {
  await null;
  throw new Error(\`no report of \${name}\`);
}
`,
    good: `exports.main_handler = async (event) => {
  await report(event.TriggerName).catch((error) => console.error(error.message));
  return 'done';
};

async function report(name) {
  await null;
  throw new Error(\`no report of \${name}\`);
}
`,
    mend: 'Await every promise, or catch on it: an error that nobody hears ends the process on Node 15 and later, with all it was doing.',
    zh: {
      law: '没有无人捕获的 Promise 拒绝或错误事件。',
      mend: '对每个 Promise 使用 await 或 catch：在 Node 15 及以上版本，无人处理的错误会结束进程，正在进行的工作随之丢失。',
    },
  },
  'refused-response': {
    tried: { kind: 'apigw' },
    bad: `exports.main_handler = async (event) => ({
  statusCode: '200',
  body: { path: event.path },
});
`,
    good: `exports.main_handler = async (event) => ({
  isBase64Encoded: false,
  statusCode: 200,
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ path: event.path }),
});
`,
    mend: 'Return what the front end reads: a number as statusCode, headers of texts, and a body that is a text (JSON.stringify it).',
    zh: {
      law: '函数的返回是其读取方所接受的响应；不会以抛错代替响应。',
      mend: '按前端要求返回：statusCode 为数字，headers 的值为文本，body 为文本（用 JSON.stringify 转换）。',
    },
  },
  'late-work': {
    tried: { kind: 'timer' },
    bad: `exports.main_handler = async (event) => {
  fetch('https://log.example.com/lines', { method: 'PUT', body: event.Time });
  return 'done';
};
`,
    good: `exports.main_handler = async (event) => {
  await fetch('https://log.example.com/lines', { method: 'PUT', body: event.Time });
  return 'done';
};
`,
    mend: 'Await all that was started before the function answers. The instance may be frozen or taken away right after the answer, and the work with it. A server or a connection that is meant to stay keeps a function from ending unless context.callbackWaitsForEmptyEventLoop is false.',
    zh: {
      law: '函数返回时，它启动的一切都已结束。',
      mend: '返回之前 await 所有已启动的工作。实例可能在返回后立即被冻结或回收，未完成的工作也随之丢失。需要一直保留的服务器或连接会让函数无法结束，除非把 context.callbackWaitsForEmptyEventLoop 设为 false。',
    },
  },
};
