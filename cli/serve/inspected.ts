import { relative, resolve } from 'node:path';
import type { RunningServer, ServedEvent, ServeEntry, ServeOptions } from '../../src/fakes/index.js';
import { createInstance, isWebFunction } from '../../src/runtime/index.js';
import { FixtureFiles } from '../shared/fixtureFiles.js';
import type { Io } from '../shared/io.js';
import { openBrowser } from '../shared/openBrowser.js';
import { port } from '../shared/options.js';
import { recordedName } from '../shared/recordedName.js';
import { said } from '../texts/texts.js';
import type { Inspected, Inspector } from './inspect/inspector.js';

interface InspectFlags {
  /** A port, or true for any free one. */
  readonly inspect?: string | true;
  readonly record?: string;
  readonly json?: boolean;
}

/**
 * How an event is given to what is served again: a request of a web function is sent again, another event is given to a
 * new instance; undefined where several functions, or a program that somebody else starts, get the events.
 */
export function replayOn(
  server: RunningServer,
  {
    handler,
    transfer,
    cleanup,
    invocation,
  }: Pick<ServeOptions, 'handler' | 'transfer' | 'cleanup' | 'invocation'>,
  {
    heard,
    resend,
  }: {
    readonly heard: (entry: ServeEntry) => Promise<void>;
    readonly resend: (url: URL, event: unknown) => Promise<void>;
  },
): ((entry: ServedEvent) => Promise<void>) | undefined {
  if (typeof handler !== 'string' || transfer !== undefined || cleanup !== undefined) return undefined;
  const isWeb = isWebFunction(resolve(invocation?.cwd ?? '.', handler));
  return async ({ kind, what, event }) => {
    if (isWeb) return resend(new URL(server.url), event);
    const instance = createInstance(handler, invocation);
    try {
      const outcome = await instance.invoke(event);
      await heard({ type: 'event', kind, what, event, outcome, answer: String(outcome.statusCode) });
    } finally {
      await instance.close();
    }
  };
}

/** The port of the page; any that is free where none is named. */
export function inspectPort(inspect: string | true | undefined): number {
  return inspect === true || inspect === undefined ? 0 : port('--inspect', inspect);
}

/** Serves the page, tells where, and opens it for who sits at a terminal. */
export async function inspectorFor(
  { inspect, record = 'fixtures', json }: InspectFlags,
  {
    redactor,
    ...given
  }: Pick<Inspected, 'served' | 'replay'> & { readonly redactor: { event(value: unknown): unknown } },
  io: Io,
): Promise<Inspector> {
  const { startInspector } = await import('./inspect/inspector.js');
  const inspector = await startInspector({
    ...given,
    language: io.texts === undefined ? 'en' : 'zh',
    port: inspectPort(inspect),
    redact: (value) => redactor.event(value),
    save: ({ kind, event }) => saveFixture(record, { kind, event: redactor.event(event) }, io),
  });
  const { url } = inspector;
  if (json === true) await io.stdout.write(`${JSON.stringify({ type: 'inspecting', url })}\n`);
  await io.stderr.write(`${said(io.texts, 'What comes is shown on {{url}}.', { url })}\n`);
  if (io.stderr.isTerminal) openBrowser(url, io);
  return inspector;
}

/** Keeps an event as a fixture, under a name that its content gives; the path of its file. */
function saveFixture(
  directory: string,
  { kind, event }: { readonly kind: string; readonly event: unknown },
  { cwd }: Pick<Io, 'cwd'>,
): string {
  const text = `${JSON.stringify(event, null, 2)}\n`;
  const name = `${recordedName(kind, text)}.json`;
  const folder = resolve(cwd, directory);
  new FixtureFiles(folder).write(name, text);
  return relative(cwd, resolve(folder, name));
}
