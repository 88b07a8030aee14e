import { watch } from 'node:fs';
import { dirname, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type RunningServer,
  type ServedEvent,
  type ServeEntry,
  serve as serveHandler,
  serveKindNames,
} from '../../src/fakes/index.js';
import { describeDifference, processZone } from '../../src/runtime/index.js';
import { Redactor } from '../secrets/redactor.js';
import type { CommandModule } from '../shared/command.js';
import { type DeploymentFlags, deploymentFor, deploymentOptions } from '../shared/deployment.js';
import { FixtureFiles } from '../shared/fixtureFiles.js';
import {
  type FunctionFlags,
  functionFlags,
  problemsOf,
  readFunction,
  zoneOf,
} from '../shared/functionFlags.js';
import type { Io } from '../shared/io.js';
import { port, repeated } from '../shared/options.js';
import { oneLine } from '../shared/printable.js';
import { recordedName } from '../shared/recordedName.js';

interface ServeFlags extends FunctionFlags, DeploymentFlags {
  readonly kind: string;
  readonly transfer?: string;
  readonly cleanup?: string;
  readonly host: string;
  readonly allowHost: readonly string[];
  readonly port: string;
  readonly pushPort: string;
  readonly watch?: boolean;
  readonly record?: string;
  readonly json?: boolean;
}

const pushUrlVariable = 'PUSH_URL';

/** `scf-fixtures serve <handler>`: the platform in front of a handler, on this machine. */
export const serve: CommandModule = {
  define(command, io) {
    command
      .argument(
        '<handler>',
        'path/index.main_handler, ./path/file.js#export, ./path/index.py:main_handler, or a folder; of a WebSocket API the one that registers',
      )
      .option('--kind <kind>', `how clients reach it: ${serveKindNames.join(', ')}`, serveKindNames[0])
      .option('--transfer <handler>', 'gets the messages of WebSocket clients; <handler> when left out')
      .option('--cleanup <handler>', 'hears when WebSocket clients leave; <handler> when left out');
    functionFlags(deploymentOptions(command))
      .option('--port <n>', 'port to listen on, 0 for any free one', '9000')
      .option('--push-port <n>', 'port that functions push to, 0 for any free one', '9001')
      .option('--host <address>', 'address to listen on', '127.0.0.1')
      .option(
        '--allow-host <name>',
        'answer requests for this name, and of its pages, too; may be repeated',
        repeated,
        [],
      )
      .option('--watch', 'load the handler again when a file beside or below it changes')
      .option('--record <dir>', 'keep each event and what came of it, without the secrets in them')
      .option('--json', 'print each event, push and refusal as a line of JSON on standard output')
      .addHelpText(
        'after',
        `\nServes until Ctrl+C, in threads that end at the time limit. Prints a line for each event, push and refusal on standard\nerror, and below it what the function wrote. Functions of a WebSocket API find the address to push to in ${pushUrlVariable}.\nRequests for another name than this machine's, and those of pages of other sites, are refused: --allow-host shop.test\nlets them in, --allow-host .shop.test those of all names below it as well, --allow-host '*' any.\n\nExamples:\n  scf-fixtures serve index.main_handler --watch\n  scf-fixtures serve index.main_handler --path-prefix /demo --passthrough\n  scf-fixtures serve register.main_handler --kind websocket --transfer transfer.main_handler --cleanup cleanup.main_handler\n  scf-fixtures serve index.main_handler --kind function-url --port 8080 --record test/fixtures`,
      )
      .action(async (handler: string, flags: ServeFlags) => run(handler, flags, io));
  },
};

async function run(handler: string, flags: ServeFlags, io: Io): Promise<void> {
  const failure = failureSignal();
  const told = await deploymentFor(flags.kind, flags, io);
  const { spec, options, notes } = await readFunction(handler, flags, io);
  const handlers = [spec, flags.transfer, flags.cleanup].filter((one) => one !== undefined);
  const problems = [...new Set(handlers.flatMap((one) => problemsOf(one, options, io)))];
  const server = await serveHandler({
    kind: flags.kind,
    handler: spec,
    ...(flags.transfer === undefined ? {} : { transfer: flags.transfer }),
    ...(flags.cleanup === undefined ? {} : { cleanup: flags.cleanup }),
    ...(told === undefined ? {} : { deployment: told.deployment }),
    host: flags.host,
    allowHosts: flags.allowHost,
    port: port('--port', flags.port),
    pushPort: port('--push-port', flags.pushPort),
    pushUrlVariable,
    invocation: { cwd: io.cwd, isolation: 'worker', surroundings: 'platform', ...options },
    seed: Date.now(),
    report: reporter(flags, io, failure.fail),
  });
  let stopWatching = () => {};
  const giveBackZone = processZone(zoneOf(options));
  try {
    await greet(server, handler, flags, io);
    for (const note of [...notes, ...problems, ...(told?.notes ?? [])])
      await io.stderr.write(`Note: ${note}\n`);
    if (flags.watch === true) {
      stopWatching = onChange(handlers, io.cwd, () => restart(server, io).catch(failure.fail));
    }
    await Promise.race([stopOf(io), failure.failed]);
  } finally {
    stopWatching();
    await server.close();
    giveBackZone();
  }
}

/** A promise that rejects with the first error of what nobody awaits. */
function failureSignal(): { readonly fail: (error: unknown) => void; readonly failed: Promise<never> } {
  let fail: (error: unknown) => void = () => {};
  const failed = new Promise<never>((_, reject) => {
    fail = reject;
  });
  failed.catch(() => {});
  return { fail: (error) => fail(error), failed };
}

/** Keeps and prints what the server reports. */
function reporter(flags: ServeFlags, io: Io, fail: (error: unknown) => void): (entry: ServeEntry) => void {
  const redactor = new Redactor();
  const keep = flags.record === undefined ? () => {} : recorder(resolve(io.cwd, flags.record), redactor);
  const print = flags.json === true ? jsonPrinter(io, redactor) : linePrinter(io);
  return (entry) => {
    const written = async () => {
      if (entry.type === 'event') keep(entry);
      await print(entry);
    };
    written().catch(fail);
  };
}

async function restart(server: RunningServer, io: Io): Promise<void> {
  await server.restart();
  await io.stderr.write('A file changed: the handler is loaded again.\n');
}

async function greet(server: RunningServer, handler: string, flags: ServeFlags, io: Io): Promise<void> {
  const { url, pushUrl, notes } = server;
  if (flags.json === true) {
    await io.stdout.write(`${JSON.stringify({ type: 'listening', kind: flags.kind, url, pushUrl })}\n`);
    return;
  }
  const lines = [
    `Serving ${handler} as ${flags.kind} on ${url} until Ctrl+C.`,
    ...(pushUrl === undefined
      ? []
      : [`Functions push to ${pushUrl}, which they find in ${pushUrlVariable}.`]),
    ...(notes.length === 0 ? [] : [`Callers need ${notes.join(', ')}.`]),
    ...(isThisMachine(flags.host)
      ? []
      : [
          `It listens on ${flags.host}: whoever reaches this machine can call it, not only its own programs.`,
        ]),
  ];
  await io.stderr.write(`${lines.join('\n')}\n`);
}

function isThisMachine(host: string): boolean {
  return /^(127\.\d+\.\d+\.\d+|localhost|::1)$/.test(host);
}

/** Resolves when the command is to end. */
function stopOf({ signal }: Io): Promise<void> {
  return new Promise((stop) => {
    if (signal?.aborted) return stop();
    const end = (): void => {
      process.off('SIGINT', end).off('SIGTERM', end);
      stop();
    };
    signal?.addEventListener('abort', end, { once: true });
    process.once('SIGINT', end).once('SIGTERM', end);
  });
}

/** Calls back a moment after files in the folders of handlers have changed. */
function onChange(handlers: readonly string[], cwd: string, changed: () => void): () => void {
  const files = handlers.map((one) => fileOf(one, cwd));
  let timer: NodeJS.Timeout | undefined;
  const watchers = [...new Set(files.map((file) => dirname(file)))].map((folder) =>
    watch(folder, { recursive: true }, (_, name) => {
      if (name?.split(sep).includes('node_modules')) return;
      clearTimeout(timer);
      timer = setTimeout(changed, 50);
    }),
  );
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}

function fileOf(handler: string, cwd: string): string {
  const path = handler.split('#', 1)[0] as string;
  return path.startsWith('file:') ? fileURLToPath(path) : resolve(cwd, path);
}

type Printer = (entry: ServeEntry) => Promise<void> | undefined;

function linePrinter(io: Io): Printer {
  return (entry) => {
    const text =
      entry.type === 'event' ? [lineOf(entry), ...warningsOf(entry), ...writtenIn(entry)] : [lineOf(entry)];
    return io.stderr.write(`${text.join('\n')}\n`);
  };
}

function lineOf(entry: ServeEntry): string {
  const { what, answer, reason } = entry;
  const why = reason === undefined ? '' : `: ${reason}`;
  if (entry.type !== 'event') return oneLine(`${entry.type} ${what} -> ${answer}${why}`);
  const { status, durationMs, cold } = entry.outcome;
  const facts = `${status}, ${Math.round(durationMs)} ms${cold ? ', cold' : ''}`;
  return oneLine(`${entry.kind} ${what} -> ${answer} (${facts})${why}`);
}

function warningsOf({ warnings = [], outcome }: ServedEvent): string[] {
  return [
    ...warnings.map((warning) => `  Warning: ${oneLine(warning)}.`),
    ...(outcome.differences ?? []).map((one) => `  Warning: ${oneLine(describeDifference(one))}`),
  ];
}

/** What the function wrote, and where it failed, each line indented. */
function writtenIn({ outcome }: ServedEvent): string[] {
  const failure = 'error' in outcome ? [ownFrames(outcome.error.stack ?? outcome.error.message)] : [];
  const lines = [...outcome.log.map(({ text }) => text), ...failure].flatMap((text) => text.split('\n'));
  return lines.map((line) => `  | ${oneLine(line)}`);
}

/** The stack down to where the runtime called the handler. */
function ownFrames(stack: string): string {
  const lines = stack.split('\n');
  const runtime = lines.findIndex((line) => line.includes('[worker eval]'));
  return (runtime === -1 ? lines : lines.slice(0, runtime)).join('\n');
}

function jsonPrinter(io: Io, redactor: Redactor): Printer {
  return (entry) => io.stdout.write(`${JSON.stringify(redactor.event(entry))}\n`);
}

/** Keeps the events as fixtures, and beside each what came of it; the same event is kept once. */
function recorder(directory: string, redactor: Redactor): (entry: ServedEvent) => void {
  const files = new FixtureFiles(directory);
  return ({ kind, event, answer, reason, outcome }) => {
    const text = `${JSON.stringify(redactor.event(event), null, 2)}\n`;
    const name = recordedName(kind, text);
    const { statusCode, status } = outcome;
    const came = {
      answer,
      reason,
      statusCode,
      status,
      ...(outcome.ok ? { result: outcome.result } : { body: outcome.body }),
    };
    files.write(`${name}.json`, text);
    files.write(`${name}.outcome`, `${JSON.stringify(redactor.event(came), null, 2)}\n`);
  };
}
