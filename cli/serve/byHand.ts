import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Misuse } from '../../src/core.js';
import type { ServeEntry } from '../../src/fakes/index.js';
import { type InvokeOptions, type StartedRuntimeApi, startRuntimeApi } from '../../src/runtime/index.js';
import type { Io } from '../shared/io.js';
import { port } from '../shared/options.js';
import { readEvents } from '../shared/readEvents.js';
import { linesIn } from '../texts/told.js';

/** Programs that find no port in their environment look for it here. */
const usualPort = '9001';

/** What tells of a function that this program starts. */
interface FunctionOnly {
  readonly kind: string;
  readonly transfer?: string;
  readonly cleanup?: string;
  readonly watch?: boolean;
  readonly command?: string;
  readonly functionPort?: string;
  readonly python?: string;
  readonly runtime?: string;
  readonly initTimeout?: string;
  readonly tz?: string;
  readonly envFile?: string;
  readonly env: readonly string[];
}

/** @throws Misuse CONTRADICTING_FLAGS for a function, and for what only one that is started here can have. */
export function requireNoFunction(handler: string | undefined, flags: FunctionOnly): void {
  const { kind, env, ...others } = flags;
  const names = ['transfer', 'cleanup', 'watch', 'command', 'functionPort', 'python'] as const;
  const more = ['runtime', 'initTimeout', 'tz', 'envFile'] as const;
  const given = [...names, ...more].find((name) => others[name] !== undefined);
  const flag = env.length > 0 ? 'env' : given;
  const shown = handler ?? (flag && `--${flag.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`);
  if (shown !== undefined)
    throw new Misuse(
      'CONTRADICTING_FLAGS',
      `Cannot take ${shown} with --runtime-api: that is for a program which you start yourself, with what it needs. Leave one of them out.`,
    );
  if (kind === 'websocket')
    throw new Misuse(
      'CONTRADICTING_FLAGS',
      'Cannot serve --kind websocket with --runtime-api: its events are for three functions. Take another kind, or --event.',
    );
}

/** Offers the API and says how to start a program that asks it. */
export async function offerApi(
  { runtimeApi, json }: { readonly runtimeApi?: string | true; readonly json?: boolean },
  io: Io,
): Promise<StartedRuntimeApi> {
  const api = await startRuntimeApi({
    port: port('--runtime-api', runtimeApi === true || runtimeApi === undefined ? usualPort : runtimeApi),
  });
  if (json === true)
    await io.stdout.write(`${JSON.stringify({ type: 'runtime-api', port: api.port, env: api.env })}\n`);
  else {
    const env = Object.entries({ ...api.env, _HANDLER: 'index.main_handler' });
    const words = env.map(([name, value]) => `${name}=${value}`).join(' ');
    await io.stderr.write(
      linesIn(
        io.texts,
        `The runtime API is on 127.0.0.1:${api.port} until Ctrl+C. Start your program:\n  ${words} ./bootstrap\nWaiting until it is ready or asks for an event.\n`,
      ),
    );
  }
  return api;
}

/**
 * Hands the events of files out, one after the other, and prints each answer.
 *
 * @throws Misuse NO_EVENT for a file that holds none.
 */
export async function handOut(
  api: StartedRuntimeApi,
  files: readonly string[],
  {
    limits,
    report,
    isJson,
  }: {
    readonly limits: InvokeOptions;
    readonly report: (entry: ServeEntry) => Promise<void>;
    /** What is reported has the answers in it. */
    readonly isJson: boolean;
  },
  io: Io,
): Promise<void> {
  for await (const read of readEvents(files, io)) {
    if ('problem' in read) throw noEvent(read.source, read.problem);
    const outcome = await api.invoke(read.value, limits);
    if (!outcome.ok) io.exitCode = 1;
    const { statusCode } = outcome;
    await report({
      type: 'event',
      kind: 'invoke',
      what: read.source,
      event: read.value,
      outcome,
      answer: String(statusCode),
    });
    if (!isJson) await io.stdout.write(`${outcome.ok ? outcome.json : JSON.stringify(outcome.body)}\n`);
  }
}

/** @throws Misuse NO_EVENT for a file that is not there, before a program is waited for. */
export function requireFiles(files: readonly string[], cwd: string): void {
  for (const file of files)
    if (file !== '-' && !existsSync(resolve(cwd, file))) throw noEvent(file, 'there is no such file');
}

function noEvent(source: string, problem: string): Misuse {
  return new Misuse(
    'NO_EVENT',
    `Cannot hand out ${source}: ${problem}. Name JSON files with events, or - for standard input.`,
  );
}
