import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isObject, Misuse, refuseForeign } from '../../../src/core.js';
import type { ServedEvent, ServeEntry } from '../../../src/fakes/index.js';
import { describeDifference } from '../../../src/runtime/index.js';
import { inspectPage } from './page.js';
import type { InspectedEntry } from './pageScript.js';

/** What the page shows and does. */
export interface Inspected {
  readonly language: 'en' | 'zh';
  /** Where clients send their requests. */
  readonly served: string;
  readonly port: number;
  /** Takes the secrets out of what is shown. */
  readonly redact: (value: unknown) => unknown;
  /** Gives an event to the function again; undefined where none is called with events alone. */
  readonly replay: ((entry: ServedEvent) => Promise<void>) | undefined;
  /** Keeps an event; the path of its file. */
  readonly save: (entry: ServedEvent) => string;
}

/** The server of the page. */
export interface Inspector {
  readonly url: string;
  add(entry: ServeEntry): void;
  close(): Promise<void>;
}

/** So many are kept for who opens the page later. */
const maxKept = 500;
const maxBodyBytes = 1024;

/**
 * Serves a page that shows what comes to a served function, to this machine alone.
 *
 * @throws Misuse PORT_UNAVAILABLE.
 */
export async function startInspector(inspected: Inspected): Promise<Inspector> {
  const kept = new Map<number, { readonly entry: ServeEntry; readonly told: string }>();
  const listeners = new Set<ServerResponse>();
  const page = inspectPage(inspected.language, inspected.served);
  let last = 0;
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => reply(response, 500, { problem: String(error) }));
  });
  await listening(server, inspected.port);

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url?.split('?', 1)[0];
    if (refuseForeign(request.headers) !== undefined) return reply(response, 403, { problem: 'Forbidden' });
    if (request.method === 'GET' && path === '/') return sendPage(response);
    if (request.method === 'GET' && path === '/entries') return listen(response);
    if (request.method === 'POST' && (path === '/replay' || path === '/save'))
      return reply(response, 200, await act(path, await idIn(request)));
    reply(response, 404, { problem: 'Not found' });
  }

  function sendPage(response: ServerResponse): void {
    response.writeHead(200, {
      ...headers,
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': page.policy,
    });
    response.end(page.html);
  }

  function listen(response: ServerResponse): void {
    response.writeHead(200, { ...headers, 'content-type': 'text/event-stream' });
    response.write(': \n\n');
    for (const { told } of kept.values()) response.write(told);
    listeners.add(response);
    response.on('close', () => listeners.delete(response));
  }

  async function act(path: string, id: number): Promise<object> {
    const entry = kept.get(id)?.entry;
    if (entry?.type !== 'event') return { problem: `There is no event ${id}.` };
    try {
      if (path === '/save') return { path: inspected.save(entry) };
      await inspected.replay?.(entry);
      return {};
    } catch (error) {
      return { problem: error instanceof Error ? error.message : String(error) };
    }
  }

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    add(entry) {
      const told = `data: ${JSON.stringify(inspectedEntry(entry, ++last, inspected))}\n\n`;
      kept.set(last, { entry, told });
      if (kept.size > maxKept) kept.delete(last - maxKept);
      for (const listener of listeners) listener.write(told);
    },
    close: () =>
      new Promise((closed) => {
        for (const listener of listeners) listener.end();
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

const headers = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
};

function reply(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { ...headers, 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

/** The id in the body of a request; -1 for anything else. */
async function idIn(request: IncomingMessage): Promise<number> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxBodyBytes) return -1;
    chunks.push(chunk);
  }
  try {
    const body: unknown = JSON.parse(Buffer.concat(chunks).toString());
    return isObject(body) && typeof body.id === 'number' ? body.id : -1;
  } catch {
    return -1;
  }
}

/** An entry as the page shows it. */
function inspectedEntry(
  entry: ServeEntry,
  id: number,
  { redact, replay }: Pick<Inspected, 'redact' | 'replay'>,
): InspectedEntry {
  const { type, what, answer, reason } = entry;
  const remarks = reason === undefined ? [] : [reason];
  const common = { id, type, answer, canReplay: false, canSave: false, log: [], facts: '' };
  if (entry.type !== 'event')
    return { ...common, label: `${type} ${what}`, tone: entry.type === 'refusal' ? 'odd' : 'good', remarks };
  const { outcome, kind, warnings = [], platformLog } = entry;
  const { status, durationMs, cold } = outcome;
  const failure = 'error' in outcome ? [outcome.error.stack ?? outcome.error.message] : [];
  const shown = redact({
    event: entry.event,
    result: outcome.ok ? outcome.result : outcome.body,
    log: [...(platformLog ?? outcome.log.map(({ text }) => text)), ...failure],
  }) as Pick<InspectedEntry, 'event' | 'result' | 'log'>;
  return {
    ...common,
    ...shown,
    label: `${kind} ${what}`,
    facts: `${status}, ${Math.round(durationMs)} ms${cold ? ', cold' : ''}`,
    tone: !outcome.ok ? 'bad' : reason === undefined ? 'good' : 'odd',
    remarks: [
      ...remarks,
      ...warnings,
      ...(outcome.differences ?? []).map(describeDifference),
      ...(outcome.notes ?? []),
    ],
    canReplay: replay !== undefined,
    canSave: true,
  };
}

function listening(server: Server, port: number): Promise<void> {
  return new Promise((done, failed) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reason = error.code === 'EADDRINUSE' ? 'another program uses it' : error.message;
      failed(
        new Misuse(
          'PORT_UNAVAILABLE',
          `Cannot show the page on port ${port}: ${reason} (${error.code}). Choose another with --inspect <port>, or leave it out.`,
        ),
      );
    });
    server.listen(port, '127.0.0.1', () => done());
  });
}
