import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deployed } from '../domain/http/deployed.js';
import { Misuse } from '../kernel/misuse.js';
import { defaultSeed } from '../kernel/sample.js';
import type { OptionSpecs } from '../kernel/trigger.js';
import { visible } from '../kernel/visible.js';
import { functionFolder } from '../runtime/functionFolder.js';
import { deployedProblems } from '../runtime/index.js';
import { findHandler, loadHandler } from '../runtime/loadHandler.js';
import { findFunction, type OwnProcess } from '../runtime/runtimes.js';
import { stackFrameOf } from '../runtime/stackFrame.js';
import { findFailures } from './findFailures.js';
import type { FuzzOptions } from './fuzzOptions.js';
import { oracles } from './oracles/index.js';
import type { HandlerFactory } from './play/execution.js';
import { describeFailures } from './report/describeFailure.js';
import { defaultStore, openStore, type StoredFailure } from './report/failureStore.js';
import { Keeper } from './report/keeper.js';
import { requireOptions } from './requireOptions.js';
import type { Failure, FuzzResult } from './search/result.js';

/** How to fuzz, and where failures are kept. */
export type FuzzHandlerOptions<Event, Specs extends OptionSpecs, World> = FuzzOptions<Event, Specs, World> & {
  /** Folder of the stored failures, `.scf-fixtures/failures` when left out; false keeps none and replays none. */
  readonly store?: string | false;
  /** Names the handler in the store; made of the calling file and the factory's name when left out. */
  readonly name?: string;
  /** Folder that the path of a handler starts from; the current one when left out. */
  readonly cwd?: string;
  /** True takes a run that has found nothing for good even if it proves little. */
  readonly allowWeak?: boolean;
};

/** What a fuzz came to, with what became of the stored failures. */
export interface FuzzReport<Event> extends FuzzResult<Event> {
  /** Where each failure is stored, in their order. */
  readonly storedAt: readonly (string | undefined)[];
  /** Stored failures that pass by now and were dropped. */
  readonly dropped: readonly string[];
  /** The whole as text; empty when nothing was found and there is nothing to warn of. */
  readonly text: string;
  /** The same in at most 40 lines, of which the last says what to do next. */
  readonly firstScreen: string;
}

/**
 * Thrown by {@link fuzzHandler} when a handler breaks, or the run proves little; its message is the report, of further
 * failures the beginning. All of it is in `report.text`.
 */
export class FuzzFailure<Event = unknown> extends Error {
  override readonly name = 'FuzzFailure';
  readonly report: FuzzReport<Event>;

  constructor(report: FuzzReport<Event>) {
    super(report.firstScreen);
    this.report = report;
    this.stack = withoutOwnFrames(this.stack ?? '');
  }
}

const ownFolder = dirname(fileURLToPath(import.meta.url));

/** A stack without the lines of this package. */
function withoutOwnFrames(stack: string): string {
  return stack
    .split('\n')
    .filter((line) => !(/^ +at /.test(line) && line.includes(ownFolder)))
    .join('\n');
}

/**
 * Tries on a handler what the platform may deliver (batches cut otherwise, the same event again, retries after a
 * failure outside, warm and cold instances, other forms of the same) and judges it without assertions. Failures are
 * shrunk, kept as files, and tried first the next time.
 *
 * @param handler makes the handler, once for every cold start; or the path of its file, `./index.js#main_handler`,
 *   `./index.py:main_handler`. It may call its event a type of its own.
 * @returns the report, when nothing breaks.
 * @throws FuzzFailure when the handler breaks, and when nothing was found because next to nothing was tried (see
 *   `weakness`), unless `allowWeak`; Misuse when an option cannot be fulfilled.
 * @example
 * const greet = async (event) => ({ statusCode: 200, headers: {}, body: `hello ${event.httpMethod}` });
 * const report = await fuzzHandler(() => greet, { trigger: apigw, runs: 20, store: false });
 * report.verdict; // 'nothing-found'
 */
export async function fuzzHandler<Event, Specs extends OptionSpecs, World = undefined, Handled = Event>(
  handler: HandlerFactory<Handled, World> | string,
  options: FuzzHandlerOptions<Event, Specs, World>,
): Promise<FuzzReport<Event>> {
  requireOptions(handler, options);
  const report = await fuzzReport(handler, { name: nameOf(handler, options.cwd), ...options });
  const isWeak = report.verdict === 'proves-little' && options.allowWeak !== true;
  if (report.verdict === 'broken' || isWeak) throw new FuzzFailure(report);
  return report;
}

/** Does what {@link fuzzHandler} does and throws for no failure. */
export async function fuzzReport<Event, Specs extends OptionSpecs, World = undefined, Handled = Event>(
  handler: HandlerFactory<Handled, World> | string,
  options: FuzzHandlerOptions<Event, Specs, World>,
): Promise<FuzzReport<Event>> {
  requireOptions(handler, options);
  const { deployment, store: root = defaultStore, cwd = process.cwd(), seed = defaultSeed } = options;
  const trigger = deployment === undefined ? options.trigger : deployed(options.trigger, deployment);
  const name = (options.name ?? nameOf(handler, cwd)).replace(/^\.\//, '');
  const store = root === false ? undefined : openStore(join(cwd, root), name, trigger.deployed);
  const keeper = new Keeper<Event>({ trigger, store, cwd, seed });
  const result = await findFailures(
    factoryOf<Event, World>(handler, options),
    { ...sourceOf(handler, options), ...options, journal: keeper.journal(options.journal) },
    keeper.stored,
  );
  const { storedAt, dropped, warnings: ofStore } = keeper.settle(result);
  const warnings = [...ofStore, ...result.warnings];
  const notes = [
    ...dropped.map((path) => `${path} passes by now and was dropped.`),
    ...warnings.map((warning) => `Note: ${warning}`),
  ];
  return { ...result, warnings, storedAt, dropped, ...toldOf() };

  function toldOf(): Pick<FuzzReport<Event>, 'text' | 'firstScreen'> {
    if (result.failures.length === 0) {
      const text = visible([...provesLittle(result), ...notes].join('\n'));
      return { text, firstScreen: text };
    }
    const told = describeFailures(trigger, result, storedAt);
    const ofFiles = notes.slice(0, dropped.length + ofStore.length);
    return { ...told, text: [told.text, ...ofFiles].join('\n\n') };
  }
}

/**
 * Tries one stored failure again, or one that stands in a test, in the deployment that it was found with.
 *
 * @returns the failure when the handler still breaks, undefined when it passes.
 * @throws Misuse ORACLE_NOT_ASKED when nobody can say.
 */
export async function replayFailure<Event, Specs extends OptionSpecs, World = undefined, Handled = Event>(
  handler: HandlerFactory<Handled, World> | string,
  stored: Pick<StoredFailure<NoInfer<Event>>, 'oracle' | 'case' | 'deployment'>,
  options: FuzzHandlerOptions<Event, Specs, World>,
): Promise<Failure<Event> | undefined> {
  const factory = factoryOf<Event, World>(handler, options);
  const given = {
    ...sourceOf(handler, options),
    ...(stored.deployment === undefined ? {} : { deployment: stored.deployment }),
    ...options,
    runs: 1,
    budgetMs: 0,
  };
  const { failures, asked } = await findFailures(factory, given, [stored]);
  if ((asked[stored.oracle] ?? 0) === 0) {
    throw new Misuse(
      'ORACLE_NOT_ASKED',
      `Cannot replay what ${JSON.stringify(stored.oracle)} found: ${oracles.some(({ name }) => name === stored.oracle) ? 'it was not asked. Give what it needs, such as the property or the reference' : 'this version has no such oracle. Take the version that found it'}.`,
    );
  }
  return failures.find((failure) => failure.oracle === stored.oracle);
}

/**
 * A factory for a handler that lies in a file; every cold start loads it again. A handler may name its event in a type
 * of its own, which need not be the trigger's: what comes is what the trigger sends.
 */
function factoryOf<Event, World>(
  handler: HandlerFactory<never, World> | string,
  { trigger, cwd = process.cwd(), runtime, command }: Named,
): HandlerFactory<Event, World> | OwnProcess {
  if (typeof handler === 'function') return handler as HandlerFactory<Event, World>;
  const isWeb = isPlainHttp(trigger);
  const own = findFunction(handler, cwd, { runtime, command, isWeb });
  if (own !== undefined) return own;
  if (isWeb)
    throw new Misuse(
      'NO_WEB_FUNCTION',
      `Cannot fuzz ${handler} as a web function: it is no folder with a scf_bootstrap. Name the folder of one, or give its app: fuzzWeb({ app: () => createApp() }).`,
    );
  const file = findHandler(handler, cwd);
  let generation = 0;
  return () => loadHandler(file, generation++) as ReturnType<HandlerFactory<Event, World>>;
}

/** What says which function a name means. */
type Named = Pick<FuzzHandlerOptions<unknown, OptionSpecs, unknown>, 'cwd' | 'runtime' | 'command'> & {
  readonly trigger: { readonly delivery?: { readonly isPlainHttp?: boolean } };
};

function isPlainHttp(trigger: Named['trigger']): boolean {
  return trigger.delivery?.isPlainHttp === true;
}

function provesLittle({
  trigger,
  runs,
  weakness,
}: Pick<FuzzResult<unknown>, 'trigger' | 'runs' | 'weakness'>): string[] {
  if (weakness.length === 0) return [];
  const cases = runs === 1 ? '1 case' : `${runs} cases`;
  return [`Nothing was found in ${cases} of ${trigger}, and that proves little. ${weakness.join(' ')}`];
}

/** The code of a handler that lies in a file, and what it says of its runtime. */
function sourceOf(
  handler: unknown,
  { trigger, cwd = process.cwd(), runtime, command }: Named,
): Pick<FuzzHandlerOptions<unknown, OptionSpecs, unknown>, 'source' | 'codeFolder' | 'codeProblems'> {
  if (typeof handler !== 'string') return {};
  const isWeb = isPlainHttp(trigger);
  const own = findFunction(handler, cwd, { runtime, command, isWeb });
  if (own !== undefined && isWeb) {
    const { runtime: server, found } = own;
    return { source: server.sourceOf?.(found) ?? '', codeFolder: found.root };
  }
  const file = own === undefined ? findHandler(handler, cwd) : undefined;
  const path = own?.found.path ?? file?.path ?? '';
  const code = textOf(path);
  return {
    source: own?.runtime.sourceOf?.(own.found) ?? own?.runtime.scriptOf?.(code) ?? code,
    codeFolder: own?.found.root ?? (file?.builtFrom ? functionFolder(file.builtFrom).root : dirname(path)),
    codeProblems: deployedProblems(handler, { cwd, runtime, command }),
  };
}

/** What a file says; nothing for a program in machine code, a folder, and a server that is known by its address. */
function textOf(path: string): string {
  if (!existsSync(path) || !statSync(path).isFile()) return '';
  const bytes = readFileSync(path);
  return bytes.subarray(0, 4096).includes(0) ? '' : bytes.toString();
}

/** The path of the handler, or the file that calls fuzzHandler and the name of its factory. */
function nameOf(handler: ((...args: never[]) => unknown) | string, cwd = process.cwd()): string {
  if (typeof handler === 'string') return handler;
  const own = fileURLToPath(import.meta.url);
  const frames = (new Error('where').stack ?? '').split('\n').map(stackFrameOf);
  const caller = frames.find(
    (frame) => frame !== undefined && frame.file !== own && /[\\/]/.test(frame.file),
  );
  return `${relative(cwd, caller?.file ?? 'handler')} ${handler.name ?? ''}`.trim();
}
