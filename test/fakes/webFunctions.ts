import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type ServedEvent, type ServeEntry, type ServeOptions, serve } from '../../src/fakes/index.js';

/** A server whose paths say what it does. */
export const app = `
const { createServer } = require('node:http');
const { writeFileSync } = require('node:fs');
let [running, served] = [0, 0];
const routes = {
  echo: (request, response, body) => response.end(JSON.stringify({
    method: request.method, url: request.url, headers: request.headers, raw: request.rawHeaders, body,
    running, served, pid: process.pid, env: process.env, cwd: process.cwd(),
  })),
  write: (request, response, body) => {
    try { writeFileSync(body, ''); response.end('written'); } catch (error) { response.end(error.code); }
  },
  raw: (request, response) => {
    response.writeHead(201, 'Made', ['Set-Cookie', 'a=1', 'Set-Cookie', 'b=2', 'X-Odd', '1', 'Connection', 'X-Hop', 'X-Hop', '1']);
    response.end('raw');
  },
  exit: () => process.exit(3),
  hang: () => console.log('waiting for nothing'),
  off: (request) => request.socket.destroy(),
  later: (request, response) => setTimeout(() => response.end(String(++served)), 5),
  both: (request, response) => response.end(String(running)),
  large: (request, response, body) => response.writeHead(200, { 'content-length': Number(body) }).end(Buffer.alloc(Number(body))),
  chunks: (request, response, body) => { response.write(Buffer.alloc(Number(body) - 1)); response.end('x'); },
  heads: (request, response, body) => response.setHeader('x-large', 'x'.repeat(Number(body))).end('heads'),
};
const streams = {
  ping: (request, response) => { request.on('data', (piece) => response.write(piece)).on('end', () => response.end()); response.flushHeaders(); },
  events: (request, response) => { response.writeHead(200, { 'content-type': 'text/event-stream' }); response.write('data: ' + process.pid + '\\n\\n'); },
};
const waiting = [];
createServer(async (request, response) => {
  running++;
  response.once('close', () => running--);
  const name = request.url.split(/[/?]/)[1];
  if (name in streams) return streams[name](request, response);
  let body = '';
  for await (const piece of request) body += piece.length > 1000 ? piece.length : piece;
  console.log('asked', name);
  if (name !== 'both') return name in routes ? routes[name](request, response, body) : response.end('hello');
  waiting.push(response);
  if (waiting.length === 2) for (const one of waiting.splice(0)) one.end(String(running));
}).listen(process.env.PORT || 9000, process.env.HOST || '0.0.0.0', () => console.log('listening'));
`;

export const start = '#!/bin/bash\n/var/lang/node18/bin/node app.js\n';

/** A folder of a web function; its name has blanks and Chinese. */
export function webFolder(
  files: Readonly<Record<string, string>> = {},
  mode = 0o755,
  parent = tmpdir(),
): string {
  const root = mkdtempSync(join(parent, 'scf-fixtures-web-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const folder = join(root, '网页 函数');
  mkdirSync(folder);
  for (const [name, text] of Object.entries({ 'app.js': app, scf_bootstrap: start, ...files }))
    if (text !== '') writeFileSync(join(folder, name), text);
  if (files.scf_bootstrap !== '') chmodSync(join(folder, 'scf_bootstrap'), mode);
  return folder;
}

/** A web function that is served until the test is over, and what was told of it. */
export async function served(handler = webFolder(), options: Partial<ServeOptions> = {}) {
  const entries: ServeEntry[] = [];
  const invocation = { timeoutMs: 60_000, memoryMb: 512, ...options.invocation };
  const server = await serve({
    kind: 'web',
    handler,
    report: (entry) => void entries.push(entry),
    ...options,
    invocation,
  });
  onTestFinished(() => server.close());
  const events = () => entries.filter((entry): entry is ServedEvent => entry.type === 'event');
  return { server, url: server.url, entries, events };
}
