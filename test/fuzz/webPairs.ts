import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { WebRequest } from '../../src/index.js';

type Listener = (request: IncomingMessage, response: ServerResponse) => unknown;

/** An oracle, a request, an app that it complains of, and one that does the same right. */
export interface WebPair {
  readonly oracle: string;
  readonly request?: Partial<WebRequest>;
  readonly other?: Partial<WebRequest>;
  /** It is judged by what is called outside. */
  readonly isOutside?: boolean;
  readonly broken: () => Listener | ReturnType<typeof createServer>;
  readonly mended: () => Listener | ReturnType<typeof createServer>;
}

const json = (response: ServerResponse, value: unknown, status = 200): void => {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(value));
};

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

const post = {
  httpMethod: 'POST',
  path: '/orders',
  body: 'null',
  headers: { 'content-type': 'application/json' },
};
const asked = (request: IncomingMessage) => request.url ?? '';

/** Answers 500 for whatever is thrown, as frameworks do, and writes it down. */
const caught =
  (answer: (body: { readonly name: string } | null) => string): Listener =>
  async (request, response) => {
    try {
      response.end(answer(JSON.parse(await bodyOf(request))));
    } catch (error) {
      console.error((error as Error).stack);
      response.writeHead(500).end('Internal Server Error');
    }
  };

/** Logs in, and tells who has. */
const sessions =
  (isKnown: (id: string, known: Set<string>) => boolean): (() => Listener) =>
  () => {
    const known = new Set<string>();
    return (request, response) => {
      if (asked(request) === '/login') {
        known.add('s-1');
        response.setHeader('Set-Cookie', ['sid=s-1; HttpOnly', 'seen=1']).end('welcome');
        return;
      }
      const id = /sid=([^;]*)/.exec(request.headers.cookie ?? '')?.[1] ?? '';
      json(response, { isKnown: isKnown(id, known) });
    };
  };

const sending =
  (headersOf: (request: IncomingMessage) => Record<string, string>) =>
  (): Listener =>
  async (request, response) => {
    await fetch('https://partner.example.com/rates', { headers: headersOf(request) });
    response.end('sent');
  };

export const manyNames = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`p${at}`, `${at}`]));

/** Reads so many names of the query, as parsers do. */
export const firstNames =
  (count: number): Listener =>
  (request, response) => {
    const pairs = (asked(request).split('?')[1] ?? '').split('&').slice(0, count);
    json(response, { hasFirst: pairs.includes('p0=0') });
  };

/** Serves files by the names in the query. */
const files =
  (pathOf: (name: string) => string): Listener =>
  async (request, response) => {
    const name = new URL(asked(request), 'http://a').searchParams.get('name') ?? '';
    const text = await readFile(pathOf(name), 'utf8').catch(() => undefined);
    response.writeHead(text === undefined ? 404 : 200).end(text);
  };

/** What apps make of their own URL. */
function linksOf(url: string) {
  const [path = '', query = ''] = url.split('?');
  const next = new URLSearchParams(query);
  next.set('page', '3');
  return {
    self: url,
    decoded: decodeURIComponent(url),
    html: `<a href="${url.replaceAll('&', '&amp;')}">${next}</a>`,
    page: `https://www.example.com${path}?${next}`,
    edited: `${url.replace('page=2', 'page=3')}`,
    login: `/login?${new URLSearchParams({ next: url })}`,
    again: `/login?next=${encodeURIComponent(url)}`,
  };
}

/** The most bytes that the body of an answer may have. */
const bodyLimit = 6 * 1024 * 1024;

export const webPairs: readonly WebPair[] = [
  {
    oracle: 'crash',
    broken: () => (_, response) => response.end('a'.repeat(bodyLimit + 1)),
    // As JSON it would have twice as many bytes.
    mended: () => (_, response) => response.end('"'.repeat(bodyLimit)),
  },
  {
    oracle: 'lost-value',
    broken: () => (_, response) =>
      response.writeHead(200, { 'Content-Type': 'text/html' }).end('<script>0</script><p>undefined</p>'),
    mended: () => (_, response) =>
      response
        .writeHead(200, { 'Content-Type': 'text/html' })
        .end('<p>3</p><script>push(["$undefined", NaN])</script><style>p{}</style>'),
  },
  {
    oracle: 'lost-value',
    broken: () => (_, response) =>
      response.writeHead(200, { 'Content-Type': 'text/plain' }).end('a:undefined'),
    mended: () => (_, response) =>
      response
        .writeHead(200, { 'Content-Type': 'text/javascript; charset=utf-8' })
        .end('if (typeof window !== "undefined") start(NaN)'),
  },
  {
    oracle: 'server-error',
    request: post,
    broken: () => caught((body) => (body as { name: string }).name),
    mended: () => caught((body) => body?.name ?? 'nobody'),
  },
  {
    oracle: 'broken-answer',
    broken: () => (_, response) => response.writeHead(200, { 'Content-Length': 3 }).end('größe'),
    mended: () => (_, response) => response.writeHead(200, { 'Content-Length': 7 }).end('größe'),
  },
  {
    oracle: 'broken-answer',
    broken: () => (_, response) => response.writeHead(200, { 'Content-Length': 9 }).end('größe'),
    mended: () => (_, response) => {
      response.write('grö');
      response.end('ße');
    },
  },
  {
    oracle: 'broken-answer',
    broken: () => (request) => request.socket.destroy(),
    mended: () => (_, response) => response.writeHead(204).end(),
  },
  {
    oracle: 'broken-answer',
    broken: () => (_, response) => response.writeHead(200, { 'Content-Encoding': 'gzip' }).end('plain'),
    mended: () => (_, response) => response.writeHead(200, { 'Content-Encoding': 'identity' }).end('plain'),
  },
  {
    oracle: 'large-headers',
    broken: () => (_, response) => response.setHeader('X-Rights', 'r'.repeat(4096)).end(),
    mended: () => (_, response) => response.setHeader('X-Rights', 'r'.repeat(3900)).end(),
  },
  {
    oracle: 'lost-cookie',
    broken: () => (_, response) =>
      response.setHeader('Set-Cookie', 'a=1').setHeader('set-cookie', 'b=1').end(),
    mended: () => (_, response) =>
      response.setHeader('Set-Cookie', 'a=1').setHeader('set-cookie', ['a=2', 'b=1']).end(),
  },
  {
    oracle: 'keys-passed-on',
    isOutside: true,
    broken: sending(({ headers: { host: _, ...headers } }) => headers as Record<string, string>),
    mended: sending(({ headers }) => ({ accept: String(headers.accept) })),
  },
  {
    oracle: 'secret-leak',
    broken: () => (request, response) => json(response, request.headers),
    mended: () => (request, response) => json(response, { name: request.headers['x-scf-name'] }),
  },
  {
    oracle: 'secret-leak',
    broken: () => (request, response) => {
      console.log(request.headers);
      response.end();
    },
    mended: () => (request, response) => {
      console.log(request.headers['x-scf-request-id']);
      response.end();
    },
  },
  {
    oracle: 'body-framing',
    request: post,
    broken: () => async (request, response) =>
      json(response, request.headers['content-length'] === undefined ? '' : await bodyOf(request)),
    mended: () => async (request, response) => json(response, await bodyOf(request)),
  },
  {
    oracle: 'body-framing',
    request: post,
    broken: () => (request, response) =>
      response.writeHead(request.headers['content-length'] === undefined ? 400 : 200).end(),
    mended: () => (request, response) =>
      response.writeHead(request.headers['content-length'] === undefined ? 411 : 200).end(),
  },
  {
    oracle: 'body-framing',
    request: { ...post, body: JSON.stringify({ name: 'Li Wei' }) },
    broken: () => (request, response) => {
      request.once('data', (chunk: Buffer) => json(response, { bytes: chunk.length }));
    },
    mended: () => async (request, response) => json(response, { bytes: (await bodyOf(request)).length }),
  },
  {
    oracle: 'body-framing',
    request: { ...post, body: JSON.stringify({ name: '价格价格价格价格' }) },
    broken: () => (request, response) => {
      let text = '';
      request.on('data', (chunk) => (text += chunk)).on('end', () => json(response, text));
    },
    mended: () => (request, response) => {
      let text = '';
      request
        .setEncoding('utf8')
        .on('data', (chunk) => (text += chunk))
        .on('end', () => json(response, text));
    },
  },
  {
    oracle: 'head-against-get',
    broken: () => (request, response) => json(response, {}, request.method === 'GET' ? 200 : 500),
    mended: () => (request, response) => json(response, {}, request.method === 'GET' ? 200 : 405),
  },
  {
    oracle: 'head-against-get',
    broken: () => (request, response) =>
      request.method === 'HEAD' ? response.end() : json(response, { list: [] }),
    mended: () => (_, response) => json(response, { list: [] }),
  },
  {
    oracle: 'unsafe-options',
    isOutside: true,
    request: post,
    broken: () => async (_, response) => {
      await fetch('https://mail.example.com/send', { method: 'POST', body: 'hello' });
      response.end();
    },
    mended: () => async (request, response) => {
      if (request.method === 'POST')
        await fetch('https://mail.example.com/send', { method: 'POST', body: 'hello' });
      response.end();
    },
  },
  {
    oracle: 'warm-cold',
    request: { path: '/me' },
    other: { path: '/login' },
    broken: sessions((id, known) => known.has(id)),
    mended: sessions((id) => id.startsWith('s-')),
  },
  {
    oracle: 'header-injection',
    request: { queryString: { to: 'orders' } },
    broken: () =>
      createServer().on('connection', (socket) => {
        socket.once('data', (chunk: Buffer) => {
          const to = decodeURIComponent(/to=(\S*)/.exec(chunk.toString())?.[1] ?? '');
          socket.end(`HTTP/1.1 302 Found\r\nLocation: /${to}\r\nContent-Length: 0\r\n\r\n`);
        });
      }),
    mended: () =>
      createServer().on('connection', (socket) => {
        socket.once('data', (chunk: Buffer) => {
          const to = /to=(\S*)/.exec(chunk.toString())?.[1] ?? '';
          socket.end(`HTTP/1.1 302 Found\r\nLocation: /${to}\r\nContent-Length: 0\r\n\r\n`);
        });
      }),
  },
  {
    oracle: 'equivalent-form',
    broken: () => (request, response) => {
      const [first = ''] = String(request.headers['x-forwarded-for']).split(',');
      json(response, { isInner: /^(?:10|127)\./.test(first) });
    },
    mended: () => (request, response) => {
      const client = String(request.headers['x-forwarded-for']).split(', ').at(-3) ?? '';
      json(response, { isInner: /^(?:10|127)\./.test(client) });
    },
  },
  {
    oracle: 'equivalent-form',
    broken: () => (request, response) => json(response, request.headers['x-scf-remote-addr'] === '127.0.0.1'),
    mended: () => (request, response) => json(response, request.headers['x-scf-uin'] === '127.0.0.1'),
  },
  {
    oracle: 'equivalent-form',
    request: { path: '/list', queryString: { page: '2', q: 'blue shoes' } },
    broken: () => (request, response) => {
      const [first = ''] = (asked(request).split('?')[1] ?? '').split('&');
      json(response, { first: decodeURIComponent(first) });
    },
    mended: () => (request, response) => json(response, linksOf(asked(request))),
  },
  {
    oracle: 'equivalent-form',
    request: { queryString: manyNames(90) },
    broken: () => firstNames(50),
    mended: () => firstNames(1000),
  },
  {
    oracle: 'equivalent-form',
    request: { path: '/list', queryString: { page: '2', q: 'blue shoes' } },
    broken: () => (request, response) => {
      const q = /[?&]q=([^&]*)/.exec(asked(request))?.[1] ?? '';
      json(response, { q: decodeURIComponent(q) });
    },
    mended: () => (request, response) => {
      const { page, login } = linksOf(asked(request));
      response.setHeader('Link', `<${page}>; rel="next"`).writeHead(302, { Location: login }).end();
    },
  },
  {
    oracle: 'equivalent-form',
    isOutside: true,
    request: { path: '/list', queryString: { page: '2', q: 'blue shoes' } },
    broken: () => async (request, response) => {
      await fetch(`https://log.example.com/${asked(request).split(/[?&]/)[1]}`, { method: 'POST' });
      response.end();
    },
    mended: () => async (request, response) => {
      await fetch('https://log.example.com/', { method: 'POST', body: `GET ${request.url}` });
      response.end();
    },
  },
  {
    oracle: 'equivalent-form',
    request: { headers: { accept: 'application/json' } },
    broken: () => (request, response) =>
      request.headers.accept === 'application/json'
        ? json(response, { found: true })
        : response.end('<p>found</p>'),
    mended: () => (request, response) =>
      /json/.test(String(request.headers.accept)) && !/\*\/\*/.test(String(request.headers.accept))
        ? json(response, { found: true })
        : response.end('<p>found</p>'),
  },
  {
    oracle: 'equivalent-form',
    request: { httpMethod: 'HEAD', headers: { 'accept-encoding': 'gzip' } },
    broken: () => (request, response) =>
      response.writeHead(request.headers['accept-encoding'] === 'gzip' ? 200 : 406).end(),
    mended: () => (request, response) => {
      if (request.headers['accept-encoding'] === 'gzip') response.setHeader('Content-Encoding', 'gzip');
      response.end();
    },
  },
  {
    oracle: 'disclosed-file',
    request: { queryString: { name: 'a.txt' } },
    broken: () => files((name) => join('/srv/files', name)),
    mended: () => files((name) => join('/srv/files', basename(name))),
  },
  {
    oracle: 'unasked-coding',
    request: { headers: { 'accept-encoding': 'gzip, br' } },
    broken: () => (_, response) => response.setHeader('Content-Encoding', 'gzip').end(gzipSync('hello')),
    mended: () => (request, response) =>
      /gzip/.test(String(request.headers['accept-encoding']))
        ? response.setHeader('Content-Encoding', 'gzip').end(gzipSync('hello'))
        : response.end('hello'),
  },
  {
    oracle: 'equivalent-form',
    broken: () => (request, response) =>
      request.headers['if-none-match'] === undefined ? response.end('new') : response.writeHead(304).end(),
    mended: () => (request, response) =>
      /"v1"/.test(String(request.headers['if-none-match']))
        ? response.writeHead(304).end()
        : response.setHeader('ETag', '"v1"').end('new'),
  },
  {
    oracle: 'equivalent-form',
    broken: () => (request, response) =>
      request.headers['if-modified-since'] === undefined
        ? response.end('new')
        : response.writeHead(304).end(),
    mended: () => (request, response) => {
      const written = new Date('2024-05-01T00:00:00Z');
      const known = request.headers['if-modified-since'];
      if (known !== undefined && new Date(known) >= written) return response.writeHead(304).end();
      return response.setHeader('Last-Modified', written.toUTCString()).end('new');
    },
  },
  {
    oracle: 'never-settles',
    broken: () => () => undefined,
    mended: () => (_, response) => setImmediate(() => response.end()),
  },
  {
    oracle: 'prototype-pollution',
    broken: () => (request, response) => {
      Reflect.set(Object.prototype, 'isAdmin', request.url);
      response.end();
    },
    mended: () => (request, response) => {
      Reflect.set(Object.create(null), 'isAdmin', request.url);
      response.end();
    },
  },
  {
    oracle: 'equivalent-form',
    request: { headers: { host: 'api.example.com', accept: 'application/json' } },
    broken: () => (request, response) =>
      json(response, { isInner: /^127\./.test(String(request.headers['x-forwarded-for'])) }),
    mended: () => (request, response) => {
      const { 'x-forwarded-for': forwarded, ...headers } = request.headers;
      const own = Object.entries(headers).filter(([name]) => !name.startsWith('x-scf-'));
      json(response, { ...Object.fromEntries(own), forwarded, proxies: String(forwarded).split(', ') });
    },
  },
  {
    oracle: 'equivalent-form',
    request: { queryString: { sort: 'name', page: '2' } },
    broken: () => (request, response) => json(response, { first: [...queryOf(request).keys()][0] }),
    mended: () => (request, response) => json(response, { query: Object.fromEntries(queryOf(request)) }),
  },
  {
    oracle: 'warm-cold',
    request: { queryString: { user: 'ada' } },
    other: { queryString: { user: 'bob' } },
    broken: () => cachedBy((request) => asked(request).split('?')[0] ?? ''),
    mended: () => cachedBy(asked),
  },
  {
    oracle: 'body-framing',
    request: post,
    broken: () => async (request, response) => {
      const hasBody = request.headers['content-length'] !== undefined;
      json(response, { headers: request.headers, body: hasBody ? await bodyOf(request) : '' });
    },
    mended: () => async (request, response) =>
      json(response, { headers: request.headers, raw: request.rawHeaders, body: await bodyOf(request) }),
  },
  {
    oracle: 'server-error',
    request: { ...post, body: '['.repeat(600) + ']'.repeat(600) },
    broken: () => caught((body) => (body as never as { name: string }).name.trim()),
    mended: () => caught((body) => endless(body)),
  },
  {
    oracle: 'server-error',
    request: { ...post, body: '[[]]' },
    broken: () => caught((body) => endless(body)),
    mended: () => caught((body) => String(body)),
  },
  {
    oracle: 'warm-cold',
    broken: () => counting((response, left) => response.setHeader('X-Visits', left)),
    mended: () => counting((response, left) => response.setHeader('X-RateLimit-Remaining', left)),
  },
];

/** Calls itself until the stack is full. */
function endless(value: unknown): string {
  return `${endless([value])}`;
}

/** Tells how many requests are left. */
function counting(tell: (response: ServerResponse, left: number) => void): Listener {
  let left = 100;
  return (_, response) => {
    tell(response, --left);
    response.end('hello');
  };
}

function queryOf(request: IncomingMessage): URLSearchParams {
  return new URL(asked(request), 'http://localhost').searchParams;
}

/** Keeps each answer under a key of its request. */
function cachedBy(keyOf: (request: IncomingMessage) => string): Listener {
  const known = new Map<string, string>();
  return (request, response) => {
    const key = keyOf(request);
    const answer = known.get(key) ?? `hello ${queryOf(request).get('user')}`;
    known.set(key, answer);
    response.end(answer);
  };
}
