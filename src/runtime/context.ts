import { createHash, randomUUID } from 'node:crypto';
import { exampleKeys } from '../kernel/exampleKeys.js';
import { Misuse } from '../kernel/misuse.js';

/** Runtimes of SCF, by the names of CreateFunction. Of Node those after 18.15 are known from CloudBase, which runs on SCF. */
export const scfRuntimes = [
  'Nodejs6.10',
  'Nodejs8.9',
  'Nodejs10.15',
  'Nodejs12.16',
  'Nodejs14.18',
  'Nodejs16.13',
  'Nodejs18.15',
  'Nodejs20.19',
  'Nodejs22.21',
  'Python2.7',
  'Python3.6',
  'Python3.7',
  'Python3.9',
  'Python3.10',
  'CustomRuntime',
  'CustomImage',
] as const;

/** One of {@link scfRuntimes}. */
export type ScfRuntime = (typeof scfRuntimes)[number];

/** The runtime of a function that names none. */
export const defaultRuntime: ScfRuntime = 'Nodejs18.15';

/** What the platform says about an invocation: the fields of `context` that are data, as captured in 2022. */
export interface ScfContextData {
  /** Memory size of the function in MB: 64, or 128 to 3072 in steps of 128. */
  readonly memory_limit_in_mb: number;
  /** Execution time limit of the function in milliseconds. */
  readonly time_limit_in_ms: number;
  /** A UUID; retries of an asynchronous invocation keep it. */
  readonly request_id: string;
  /** The function's environment variables as the text of a JSON object. */
  readonly environment: string;
  /** The same as `NAME=value` pairs joined by `;`; the older architecture has this one only. */
  readonly environ: string;
  /** `$LATEST` or the number of a published version. */
  readonly function_version: string;
  readonly function_name: string;
  readonly namespace: string;
  /** `ap-guangzhou` and so on. */
  readonly tencentcloud_region: string;
  /** A number of ten digits as text. */
  readonly tencentcloud_appid: string;
  /** A number of twelve digits as text. */
  readonly tencentcloud_uin: string;
}

/** The second argument of a handler. */
export interface ScfContext extends ScfContextData {
  /** False lets the invocation end with its answer, work left behind is frozen; true (the default) runs it to its end. */
  callbackWaitsForEmptyEventLoop: boolean;
  /** Milliseconds left until the time limit. */
  getRemainingTimeInMillis(): number;
  /** The data fields alone. */
  getContext(): ScfContextData;
  /** Answers like the callback, without waiting for the event loop. */
  done(error?: unknown, result?: unknown): void;
  /** Answers with a result, without waiting for the event loop. */
  succeed(result?: unknown): void;
  /** Answers with an error, without waiting for the event loop. */
  fail(error: unknown): void;
}

/** A function as SCF's Node runtime calls it. */
export type ScfHandler<Event = never> = (
  event: Event,
  context: ScfContext,
  callback: (error?: unknown, result?: unknown) => void,
) => unknown;

/** What a context is made from; any data field may be fixed. */
export interface ContextOptions extends Partial<ScfContextData> {
  /** Any text or number; the same seed gives the same request id. A random one when left out. */
  readonly seed?: string | number;
  /** Environment variables of the function; they appear in `environment` and `environ`. */
  readonly env?: Readonly<Record<string, string>>;
}

/** The data fields of a context; `invoke` binds the methods to the invocation. */
export function contextData(options: ContextOptions = {}): ScfContextData {
  const { seed, env, ...fields } = options;
  const namespace = fields.namespace ?? 'default';
  const variables = { SCF_NAMESPACE: namespace, ...env };
  return {
    memory_limit_in_mb: 128,
    time_limit_in_ms: 3000,
    request_id: seed === undefined ? randomUUID() : seededUuid(seed),
    environment: JSON.stringify(variables),
    environ: Object.entries(variables)
      .map(([name, value]) => `${name}=${value}`)
      .join(';'),
    function_version: '$LATEST',
    function_name: 'main',
    namespace,
    tencentcloud_region: 'ap-guangzhou',
    tencentcloud_appid: '1250000000',
    tencentcloud_uin: '100000000001',
    ...fields,
  };
}

/**
 * A complete context for a handler that a test calls by itself; its time never runs out.
 *
 * `done`, `succeed` and `fail` throw a Misuse, since no invocation waits for them: use `invoke` for a handler that answers so.
 *
 * @example
 * createContext({ seed: 1, time_limit_in_ms: 5000 }).getRemainingTimeInMillis(); // 5000
 */
export function createContext(options: ContextOptions = {}): ScfContext {
  const data = contextData(options);
  const unbound = (method: string) => () => {
    throw new Misuse(
      'CONTEXT_WITHOUT_INVOCATION',
      `Cannot answer through context.${method}: this context was made by createContext and belongs to no invocation. Call the handler with invoke(handler, event, { context }).`,
    );
  };
  return {
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => data.time_limit_in_ms,
    getContext: () => data,
    done: unbound('done'),
    succeed: unbound('succeed'),
    fail: unbound('fail'),
    ...data,
  };
}

/**
 * The environment variables that the platform sets beside the function's own; ids and keys are plain examples.
 *
 * @example
 * platformEnv(createContext({ function_name: 'orders' })).SCF_FUNCTIONNAME; // 'orders'
 */
export function platformEnv(context: ScfContextData): Record<string, string> {
  return {
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: context.tencentcloud_region,
    TENCENTCLOUD_APPID: context.tencentcloud_appid,
    TENCENTCLOUD_UIN: context.tencentcloud_uin,
    TENCENTCLOUD_SECRETID: exampleKeys.secretId,
    TENCENTCLOUD_SECRETKEY: exampleKeys.secretKey,
    TENCENTCLOUD_SESSIONTOKEN: exampleKeys.sessionToken,
    SCF_FUNCTIONNAME: context.function_name,
    SCF_FUNCTIONVERSION: context.function_version,
    SCF_NAMESPACE: context.namespace,
    USER_CODE_ROOT: '/var/user/',
  };
}

/** Who calls again and again begins with the same few seeds. */
const [seededUuids, maxUuids] = [new Map<string | number, string>(), 100];

function seededUuid(seed: string | number): string {
  const known = seededUuids.get(seed);
  if (known !== undefined) return known;
  const made = uuidOf(seed);
  if (seededUuids.size < maxUuids) seededUuids.set(seed, made);
  return made;
}

function uuidOf(seed: string | number): string {
  const hex = createHash('sha256').update(`request ${seed}`).digest('hex');
  const variant = '89ab'[Number.parseInt(hex[16] as string, 16) % 4];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
