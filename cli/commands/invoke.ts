import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  check,
  type Deployment,
  deployed,
  describeIssue,
  type Issue,
  loadTrigger,
  Misuse,
  sample,
  type Trigger,
} from '../../src/core.js';
import { judgeResponse, responses } from '../../src/responses/index.js';
import {
  createInstance,
  describeDifference,
  describeIgnored,
  formatLog,
  type InstanceOptions,
  isJavaScript,
  type Outcome,
  processZone,
  removeStaleTemporary,
  type ScfRuntime,
  type Settled,
  settled,
} from '../../src/runtime/index.js';
import type { CommandModule } from '../shared/command.js';
import {
  type DeploymentFlags,
  deploymentFor,
  deploymentOptions,
  mayTellDeployment,
  toldBy,
} from '../shared/deployment.js';
import {
  type FunctionFlags,
  functionFlags,
  problemsOf,
  readFunction,
  zoneOf,
} from '../shared/functionFlags.js';
import type { Io } from '../shared/io.js';
import { wholeNumber } from '../shared/options.js';
import { readEvents } from '../shared/readEvents.js';
import { exitCodeOfSignal, stopSignal } from '../shared/stopSignal.js';
import { said, type Texts } from '../texts/texts.js';
import { issueIn, linesIn } from '../texts/told.js';
import { noteIn } from '../texts/toldNotes.js';

interface InvokeFlags extends FunctionFlags, DeploymentFlags {
  readonly node?: string;
  readonly kind?: string;
  readonly seed?: string;
  readonly index?: string;
  readonly json?: boolean;
}

/** `scf-fixtures invoke <handler> [event]`: runs a function on one event as SCF does, in a process of its own. */
export const invoke: CommandModule = {
  define(command, io) {
    command
      .argument(
        '<handler>',
        'path/index.main_handler, ./path/file.js#export, ./path/index.py:main_handler, or a folder',
      )
      .argument('[event]', 'a JSON file, or - for standard input')
      .option('--kind <kind>', 'draw an event of this kind instead')
      .option('--seed <seed>', 'seed of the drawn event, and of the request id')
      .option('--index <i>', 'which event of the seed', '0');
    functionFlags(deploymentOptions(command))
      .option(
        '--node <path>',
        'the Node that runs it (this one, or an installed one of the runtime’s version)',
      )
      .option('--json', 'print the whole outcome as JSON')
      .addHelpText(
        'after',
        '\nPrints what the caller gets on standard output and the log of the platform on standard error.\nExits 0 when the handler answered, 1 when it failed.\n\nExamples:\n  scf-fixtures invoke index.main_handler event.json\n  scf-fixtures invoke ./index.py:main_handler event.json --runtime Python3.10\n  scf-fixtures invoke src/index.main_handler --kind ckafka --seed 42 --index 7\n  scf-fixtures invoke index.main_handler --kind apigw --path-prefix /demo --passthrough\n  scf-fixtures gen timer --count 1 --out - | scf-fixtures invoke ./index.js#main_handler -',
      )
      .action(async (handler: string, file: string | undefined, flags: InvokeFlags) =>
        run(handler, file, flags, io),
      );
  },
};

async function run(handler: string, file: string | undefined, flags: InvokeFlags, io: Io): Promise<void> {
  io.runsHandlers = true;
  removeStaleTemporary();
  const { spec, options, notes } = await readFunction(handler, flags, io);
  const problems = problemsOf(spec, options, io);
  const { event, trigger } = await readDeployed(handler, file, flags, io);
  for (const note of [...notes, ...problems])
    await io.stderr.write(`${said(io.texts, 'Note: {{note}}', { note: noteIn(io.texts, note) })}\n`);
  const instance = createInstance(spec, {
    cwd: io.cwd,
    ...surroundings(),
    unloadable: 'refuse',
    ...options,
    ...(flags.node === undefined
      ? {}
      : { program: programOf(spec, flags.node, { ...options, cwd: io.cwd }) }),
    ...(flags.seed === undefined ? {} : { context: { seed: `${flags.seed}/${flags.index}` } }),
  });
  const giveBack = processZone(zoneOf(options));
  try {
    const ended = await endedOrStopped(instance.invoke(event), io);
    if (ended === undefined) return;
    const { outcome, rest } = ended;
    if (!outcome.ok || rest.statusCode !== 200) io.exitCode = 1;
    const answer = trigger === undefined || !outcome.ok ? undefined : answerTo(trigger, outcome.result);
    if (flags.json === true) {
      const told =
        answer === undefined ? {} : { answer: { ...answer, problems: answer.problems.map(describeIssue) } };
      await io.stdout.write(`${JSON.stringify({ ...outcome, settled: rest, ...told }, null, 2)}\n`);
      return;
    }
    await io.stderr.write(linesOf(outcome, rest, options.timeoutMs, io.texts));
    if (answer !== undefined) await io.stderr.write(answerText(answer, io.texts));
    await io.stdout.write(`${outcome.ok ? outcome.json : JSON.stringify(outcome.body)}\n`);
  } finally {
    await instance.close();
    giveBack();
  }
}

/** A process of its own; a thread on Windows, where a process and all that it has started cannot be ended together. */
function surroundings(): Pick<InstanceOptions, 'isolation' | 'surroundings'> {
  return process.platform === 'win32'
    ? { isolation: 'worker', surroundings: 'platform' }
    : { isolation: 'process' };
}

/** @throws Misuse for a function that no Node runs. */
function programOf(
  handler: string,
  node: string,
  {
    cwd,
    ...asked
  }: {
    readonly cwd: string;
    readonly runtime?: ScfRuntime | undefined;
    readonly command?: readonly string[] | undefined;
  },
): string {
  if (isJavaScript(handler, cwd, asked)) return node.includes('/') ? resolve(cwd, node) : node;
  throw new Misuse(
    'NO_JAVASCRIPT',
    `Cannot take --node ${node}: ${handler} is no function in JavaScript. Leave it out, or name the program that runs it: --python.`,
  );
}

/** What came of an event; undefined when this program was told to end meanwhile. */
async function endedOrStopped(
  invoked: Promise<Outcome>,
  io: Io,
): Promise<{ readonly outcome: Outcome; readonly rest: Settled } | undefined> {
  const stop = stopSignal(io);
  const stopped = new Promise<undefined>((done) => {
    stop.signal.addEventListener('abort', () => done(undefined));
  });
  const ended = invoked.then(async (outcome) => ({ outcome, rest: await settled(outcome) }));
  try {
    const first = await Promise.race([ended, stopped]);
    if (first === undefined) io.exitCode = exitCodeOfSignal(String(stop.signal.reason));
    return first;
  } finally {
    stop.release();
  }
}

/** Why a function did not start, as a sentence. */
function reasonIn(texts: Texts | undefined, reason: string): string {
  const told = noteIn(texts, reason);
  return told === reason ? `${reason}.` : `${told}。`;
}

/** The log of the platform, and what else is to be known of an invocation. */
function linesOf(outcome: Outcome, rest: Settled, timeoutMs: number, texts: Texts | undefined): string {
  const lines = [
    ...('reason' in outcome ? [`Note: ${reasonIn(texts, outcome.reason)}`] : []),
    ...(outcome.notes ?? []).map((note) => `Note: ${noteIn(texts, note)}`),
    ...(outcome.differences ?? []).map(
      (difference) => `Note: ${noteIn(texts, describeDifference(difference))}`,
    ),
    ...(outcome.ok && outcome.ignored !== undefined ? [describeIgnored(outcome.ignored)] : []),
    ...outcome.lateWork.map(
      ({ kind, path, what, at }) =>
        `Left running after the answer: ${kind} (${path ?? what})${at === undefined ? '' : `, started at ${at}`}`,
    ),
    ...rest.lateErrors.map((error) => `Uncaught after the answer: ${error.stack ?? error.message}`),
    ...(outcome.ok && rest.statusCode === 433
      ? [
          `The caller has the answer, but what was left running did not end within ${timeoutMs} ms: the platform notes a time-out (433).`,
        ]
      : []),
  ];
  return [...formatLog(outcome), ...lines.map((line) => linesIn(texts, line))]
    .map((line) => `${line}\n`)
    .join('');
}

/** What becomes of an answer on its way to the client. */
interface DeployedAnswer {
  /** `API Gateway in passthrough mode`. */
  readonly reader: string;
  readonly status: number;
  /** For which the client gets something else than the function meant. */
  readonly problems: readonly Issue[];
}

/** Undefined where nobody reads what the function returns. */
function answerTo(trigger: Trigger, result: unknown): DeployedAnswer | undefined {
  const contract = responses.find(({ name }) => name === trigger.delivery?.response);
  if (contract === undefined) return undefined;
  const { breaking, rendered } = judgeResponse(contract, result);
  return { reader: contract.reader, status: rendered.status, problems: breaking };
}

function answerText({ reader, status, problems }: DeployedAnswer, texts: Texts | undefined): string {
  const first = linesIn(texts, `By ${reader} the client gets ${status}.`);
  return `${[first, ...problems.map((problem) => `  ${issueIn(texts, problem)}`)].join('\n')}\n`;
}

/** The event, and where something is known of the deployment, its trigger there. */
async function readDeployed(
  handler: string,
  file: string | undefined,
  flags: InvokeFlags,
  io: Io,
): Promise<{ readonly event: unknown; readonly trigger?: Trigger }> {
  if (!mayTellDeployment(flags, io)) return { event: await readEvent(handler, file, flags, io) };
  const drawnKind = file === undefined ? flags.kind : undefined;
  const read = drawnKind === undefined ? await readEvent(handler, file, flags, io) : undefined;
  const kind = drawnKind ?? (await kindOfEvent(read));
  const told = kind === undefined ? undefined : await deploymentFor(kind, flags, io);
  if (kind === undefined || told === undefined) {
    requireNoFlags(handler, flags);
    return { event: read ?? (await readEvent(handler, file, flags, io)) };
  }
  for (const note of told.notes)
    await io.stderr.write(`${said(io.texts, 'Note: {{note}}', { note: noteIn(io.texts, note) })}\n`);
  const { deployment } = told;
  const trigger = deployed(await loadTrigger(kind), deployment);
  const event = read ?? (await readEvent(handler, file, { ...flags, deployment }, io));
  for (const issue of check(trigger, event).filter(({ rule }) => rule === `${kind}/deployment`))
    await io.stderr.write(
      `${linesIn(io.texts, `Note: this deployment does not send this event: ${issueIn(io.texts, issue)}`)}\n`,
    );
  return { event, trigger };
}

async function kindOfEvent(event: unknown): Promise<string | undefined> {
  const { kindOf } = await import('../../src/index.js');
  return kindOf(event);
}

/** @throws Misuse when a deployment is told for an event that has none. */
function requireNoFlags(handler: string, flags: InvokeFlags): void {
  if (Object.keys(toldBy(flags)).length === 0) return;
  throw new Misuse(
    'NO_DEPLOYMENT',
    `Cannot invoke ${handler} in the deployment that is told: its event is of no known kind. Take an event that scf-fixtures explain knows, or leave out the flags of the deployment.`,
  );
}

async function readEvent(
  handler: string,
  file: string | undefined,
  flags: InvokeFlags & { readonly deployment?: Deployment },
  io: Io,
): Promise<unknown> {
  const { kind, seed, deployment = {} } = flags;
  const refuse = (reason: string): Misuse =>
    new Misuse(
      'NO_EVENT',
      `Cannot invoke ${handler}: ${reason}. Name one JSON file, - for standard input, or a kind: --kind timer.`,
    );
  if (kind !== undefined) {
    if (file !== undefined) throw refuse(`both an event (${file}) and --kind ${kind} are given`);
    const index = wholeNumber('--index', flags.index ?? '0', 0, Number.MAX_SAFE_INTEGER);
    const { turnsFor } = await import('../config/settings.js');
    const turns = await turnsFor(kind, io);
    const { options, ...turn } = turns[index % turns.length] ?? {};
    return sample(deployed(await loadTrigger(kind), deployment), {
      ...options,
      ...turn,
      index,
      ...(seed === undefined ? {} : { seed }),
    });
  }
  if (file === undefined) throw refuse('no event is given');
  if (file !== '-' && !existsSync(resolve(io.cwd, file))) throw refuse(`there is no file ${file}`);
  const found: unknown[] = [];
  for await (const read of readEvents([file], io, { whole: true })) {
    if ('problem' in read) throw refuse(`${read.source} holds no event, since ${read.problem}`);
    found.push(read.value);
  }
  if (found.length !== 1) throw refuse(`${file} holds ${found.length} events`);
  return found[0];
}
