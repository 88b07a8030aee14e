import { isObject } from '../../kernel/json.js';
import type { FoundTriggers } from '../foundTriggers.js';

/** A function as a deployment file describes it; what the file leaves out, or to variables, is missing. */
export interface DescribedFunction extends FoundTriggers {
  readonly name?: string;
  /** As the file has it: `index.main_handler`. */
  readonly handler?: string;
  /** The folder of its code, from the one of the file. */
  readonly code?: string;
  readonly runtime?: string;
  readonly timeoutSeconds?: number;
  readonly initTimeoutSeconds?: number;
  readonly memoryMb?: number;
  readonly env: Readonly<Record<string, string>>;
  /** What the file says of it that is not read, each by its name there. */
  readonly unread: readonly string[];
}

/** The functions of a deployment file. */
export interface DescribedFunctions {
  /** The tool whose file it is. */
  readonly tool: string;
  readonly functions: readonly DescribedFunction[];
  /** Why none of it can be read: it is for another cloud. */
  readonly refused?: string;
}

/** The names that a tool has for what is read; several where it has had several. */
export interface FactNames {
  readonly handler: string;
  readonly code?: string;
  readonly runtime: string;
  readonly timeout: string;
  readonly initTimeout?: string;
  readonly memory: string;
  /** Names that say nothing to a run on this machine, and those that are read elsewhere. */
  readonly others: readonly string[];
}

type Facts = Omit<DescribedFunction, 'env' | 'triggers' | 'issues' | 'isOfWebFunction'>;

/** Reads what is a literal value; a variable stays unread. */
export function factsOf(given: Readonly<Record<string, unknown>>, names: FactNames): Facts {
  const text = (name: string | undefined) => {
    const value = name === undefined ? undefined : given[name];
    return typeof value === 'string' && value !== '' && !value.includes('${') ? value : undefined;
  };
  const number = (name: string | undefined) => {
    const value = name === undefined ? undefined : given[name];
    return typeof value === 'number' ? value : undefined;
  };
  const found = {
    handler: text(names.handler),
    code: text(names.code),
    runtime: text(names.runtime),
    timeoutSeconds: number(names.timeout),
    initTimeoutSeconds: number(names.initTimeout),
    memoryMb: number(names.memory),
  };
  const { handler, code, runtime, timeout, initTimeout, memory } = names;
  const byName = new Map<string | undefined, unknown>([
    [handler, found.handler],
    [code, found.code],
    [runtime, found.runtime],
    [timeout, found.timeoutSeconds],
    [initTimeout, found.initTimeoutSeconds],
    [memory, found.memoryMb],
  ]);
  const isRead = (name: string) => names.others.includes(name) || byName.get(name) !== undefined;
  const isSet = (value: unknown) => value !== undefined && value !== null && value !== '';
  const unread = Object.entries(given).filter(([name, value]) => isSet(value) && !isRead(name));
  const known = Object.entries(found).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(known), unread: unread.map(([name]) => name) };
}

/** Texts by name, of an object or of a list of pairs. */
export function variablesOf(given: unknown): Readonly<Record<string, string>> {
  const isPlain = (value: unknown) => ['string', 'number', 'boolean'].includes(typeof value);
  const pairs: readonly [unknown, unknown][] = Array.isArray(given)
    ? given.map((one) => (isObject(one) ? [one.Key, one.Value] : [undefined, undefined]))
    : Object.entries(isObject(given) ? given : {});
  return Object.fromEntries(
    pairs
      .filter(([name, value]) => typeof name === 'string' && isPlain(value))
      .map(([name, value]) => [name, String(value)]),
  );
}
