import { join, resolve } from 'node:path';
import { Misuse } from '../../src/core.js';
import {
  type RunningServer,
  type ServeEntry,
  type ServeOptions,
  serve as serveHandler,
  serveKindNames,
} from '../../src/fakes/index.js';
import { isWebFunction, processZone, removeStaleTemporary } from '../../src/runtime/index.js';
import { Redactor } from '../secrets/redactor.js';
import { handOut, offerApi, requireFiles, requireNoFunction } from '../serve/byHand.js';
import { greet } from '../serve/greet.js';
import type { Inspector } from '../serve/inspect/inspector.js';
import { inspectorFor, inspectPort, replayOn } from '../serve/inspected.js';
import { onChange } from '../serve/onChange.js';
import { reporter } from '../serve/reporter.js';
import { isServedAsWeb, portOf, requireWebFlags, webFunctions, webOptions } from '../serve/webFlags.js';
import type { CommandModule } from '../shared/command.js';
import { type DeploymentFlags, deploymentFor, deploymentOptions } from '../shared/deployment.js';
import {
  type FunctionFlags,
  functionFlags,
  problemsOf,
  readFunction,
  readLimits,
  zoneOf,
} from '../shared/functionFlags.js';
import type { Io } from '../shared/io.js';
import { port, repeated } from '../shared/options.js';
import { webProblemLine, webProblems } from '../shared/webProblems.js';
import { said } from '../texts/texts.js';
import { noteIn } from '../texts/toldNotes.js';

interface ServeFlags extends FunctionFlags, DeploymentFlags {
  readonly kind?: string;
  readonly transfer?: string;
  readonly cleanup?: string;
  readonly host: string;
  readonly allowHost: readonly string[];
  readonly port?: string;
  readonly concurrency?: string;
  readonly websocketIdle?: string;
  readonly pushPort: string;
  readonly watch?: boolean;
  readonly record?: string;
  /** A port, or true for any free one. */
  readonly inspect?: string | true;
  readonly json?: boolean;
  /** A port, or true for the usual one. */
  readonly runtimeApi?: string | true;
  readonly event: readonly string[];
}

/** A served function whose kind is known. */
type KindFlags = ServeFlags & { readonly kind: string; readonly port: string };

const pushUrlVariable = 'PUSH_URL';
const usualPort = '9000';

/** `scf-fixtures serve <handler>`: the platform in front of a handler, on this machine. */
export const serve: CommandModule = {
  define(command, io) {
    command
      .argument(
        '[handler]',
        'path/index.main_handler, ./path/file.js#export, ./path/index.py:main_handler, or a folder, of a web function as well; of a WebSocket API the one that registers',
      )
      .option(
        '--kind <kind>',
        `how clients reach it: ${serveKindNames.join(', ')} (${serveKindNames[0]}; of the folder of a web function ${webFunctions.kind})`,
      )
      .option('--transfer <handler>', 'gets the messages of WebSocket clients; <handler> when left out')
      .option('--cleanup <handler>', 'hears when WebSocket clients leave; <handler> when left out')
      .option(
        '--runtime-api [port]',
        'in place of <handler>: hand the events to a program of Custom Runtime that you start yourself (9001)',
      )
      .option(
        '--event <file>',
        'with --runtime-api: hand out the events of a file, or of - for standard input, and end; may be repeated',
        repeated,
        [],
      );
    functionFlags(deploymentOptions(command), { port: '--function-port <n>' })
      .option(
        '--port <n>',
        `port to listen on, 0 for any free one (${usualPort}; for a web function, which has that one itself, ${webFunctions.port})`,
      )
      .option(
        '--concurrency <n>',
        'requests that an instance of a web function takes at a time, 1 to 100 (1)',
      )
      .option('--websocket-idle <ms>', 'how long a WebSocket of a web function may say nothing (15000)')
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
      .option(
        '--inspect [port]',
        'open a page with what comes and what is answered, to replay it or to save it as a fixture (any free port)',
      )
      .option('--json', 'print each event, push and refusal as a line of JSON on standard output')
      .addHelpText(
        'after',
        `\nServes until Ctrl+C, in threads that end at the time limit. Prints a line for each event, push and refusal on standard\nerror, and below it what the function wrote. Functions of a WebSocket API find the address to push to in ${pushUrlVariable}.\nRequests for another name than this machine's, and those of pages of other sites, are refused: --allow-host shop.test\nlets them in, --allow-host .shop.test those of all names below it as well, --allow-host '*' any.\n\nExamples:\n  scf-fixtures serve index.main_handler --watch\n  scf-fixtures serve index.main_handler --path-prefix /demo --passthrough\n  scf-fixtures serve register.main_handler --kind websocket --transfer transfer.main_handler --cleanup cleanup.main_handler\n  scf-fixtures serve index.main_handler --kind function-url --port 8080 --record test/fixtures\n  scf-fixtures serve --runtime-api --kind apigw --timeout 600000\n  scf-fixtures serve --runtime-api --event event.json\n  scf-fixtures serve ./web-function --concurrency 20`,
      )
      .action(async (handler: string | undefined, flags: ServeFlags) => {
        const { kind = serveKindNames[0] as string, port: told = usualPort } = flags;
        if (flags.runtimeApi !== undefined) return runByHand(handler, { ...flags, kind, port: told }, io);
        const isWeb = isServedAsWeb(handler, flags, io);
        requireWebFlags(flags, isWeb);
        return isWeb
          ? runWeb(handler as string, { ...flags, ...webFunctions, ...portOf(flags) }, io)
          : run(handler, { ...flags, kind, port: told }, io);
      });
  },
};

async function run(handler: string | undefined, flags: KindFlags, io: Io): Promise<void> {
  if (handler === undefined)
    throw new Misuse(
      'NO_HANDLER',
      'Cannot serve nothing: name a handler, such as index.main_handler, or take --runtime-api for a program that you start yourself.',
    );
  if (flags.event.length > 0)
    throw new Misuse(
      'CONTRADICTING_FLAGS',
      `Cannot take --event for ${handler}: it is for --runtime-api. Write scf-fixtures invoke ${handler} ${flags.event[0]}.`,
    );
  removeStaleTemporary();
  const { spec, options, notes } = await readFunction(handler, flags, io);
  const handlers = [spec, flags.transfer, flags.cleanup].filter((one) => one !== undefined);
  const problems = [...new Set(handlers.flatMap((one) => problemsOf(one, options, io)))];
  const giveBackZone = processZone(zoneOf(options));
  try {
    await serveUntilStopped(
      {
        name: handler,
        handler: spec,
        ...(flags.transfer === undefined ? {} : { transfer: flags.transfer }),
        ...(flags.cleanup === undefined ? {} : { cleanup: flags.cleanup }),
        pushUrlVariable,
        invocation: { cwd: io.cwd, isolation: 'worker', surroundings: 'platform', ...options },
        notes: [...notes, ...problems],
        ...(flags.watch === true ? { watched: handlers } : {}),
      },
      flags,
      io,
    );
  } finally {
    giveBackZone();
  }
}

/** Puts the platform in front of the server of a web function. */
async function runWeb(handler: string, flags: KindFlags, io: Io): Promise<void> {
  const { spec, options, notes } = await readFunction(handler, flags, io);
  const isThere = isWebFunction(resolve(io.cwd, spec));
  const problems = isThere ? await webProblems(spec, io) : [];
  await serveUntilStopped(
    {
      name: handler,
      handler: spec,
      invocation: { cwd: io.cwd, ...options },
      notes: [...notes, ...problems.map((one) => webProblemLine(spec, one, io.texts).trim())],
      ...webOptions(flags),
      ...(flags.watch === true ? { watched: [join(handler, 'scf_bootstrap')] } : {}),
    },
    flags,
    io,
  );
}

/** Hands events to a program that somebody starts by hand: those of files, or those of clients. */
async function runByHand(handler: string | undefined, flags: KindFlags, io: Io): Promise<void> {
  requireNoFunction(handler, flags);
  requireFiles(flags.event, io.cwd);
  const limits = readLimits(flags);
  const api = await offerApi(flags, io);
  try {
    const isReady = await Promise.race([api.ready.then(() => true), stopOf(io).then(() => false)]);
    if (!isReady) return;
    if (flags.event.length === 0)
      await serveUntilStopped(
        { name: 'your program', handler: api, invocation: limits, notes: [] },
        flags,
        io,
      );
    else {
      const report = reporter({ ...flags, redactor: new Redactor() }, io);
      const isJson = flags.json === true;
      await Promise.race([handOut(api, flags.event, { limits, report, isJson }, io), stopOf(io)]);
    }
  } finally {
    await api.close();
  }
}

/** What is served, with what is told of it. */
interface Served
  extends Pick<
    ServeOptions,
    'handler' | 'transfer' | 'cleanup' | 'pushUrlVariable' | 'invocation' | 'concurrency' | 'websocketIdleMs'
  > {
  readonly name: string;
  readonly notes: readonly string[];
  /** Functions that are loaded again when something beside them changes. */
  readonly watched?: readonly string[];
}

async function serveUntilStopped(
  { name, notes, watched, ...served }: Served,
  flags: KindFlags,
  io: Io,
): Promise<void> {
  // What cannot be taken is told before anything is started.
  inspectPort(flags.inspect);
  const failure = failureSignal();
  const told = await deploymentFor(flags.kind, flags, io);
  const redactor = new Redactor();
  const report = reporter({ ...flags, redactor }, io);
  let inspector: Inspector | undefined;
  const heard = async (entry: ServeEntry): Promise<void> => {
    inspector?.add(entry);
    await report(entry);
  };
  const server = await serveHandler({
    kind: flags.kind,
    ...served,
    ...(told === undefined ? {} : { deployment: told.deployment }),
    host: flags.host,
    allowHosts: flags.allowHost,
    port: port('--port', flags.port),
    pushPort: port('--push-port', flags.pushPort),
    seed: Date.now(),
    report: (entry) => void heard(entry).catch(failure.fail),
  });
  let stopWatching = () => {};
  try {
    await greet(server, { ...flags, handler: name, pushUrlVariable }, io);
    if (flags.inspect !== undefined) {
      const replay = replayOn(server, served, { heard, resend });
      inspector = await inspectorFor(flags, { served: server.url, redactor, replay }, io);
    }
    for (const note of [...notes, ...(told?.notes ?? [])])
      await io.stderr.write(`${said(io.texts, 'Note: {{note}}', { note: noteIn(io.texts, note) })}\n`);
    if (watched !== undefined)
      stopWatching = onChange(watched, io.cwd, () => restart(server, io).catch(failure.fail));
    await Promise.race([stopOf(io), failure.failed]);
  } finally {
    stopWatching();
    await inspector?.close();
    await server.close();
  }
}

/** How long a request may take that is sent again. */
const resendTimeoutMs = 60_000;

async function resend(url: URL, event: unknown): Promise<void> {
  const { overHttp } = await import('../send/overHttp.js');
  await overHttp({ url, timeoutMs: resendTimeoutMs, functionName: '' }).deliver(event);
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

async function restart(server: RunningServer, io: Io): Promise<void> {
  await server.restart();
  await io.stderr.write(`${said(io.texts, 'A file changed: the handler is loaded again.', {})}\n`);
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
