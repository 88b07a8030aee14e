import { isObject } from '../kernel/json.js';
import { Misuse } from '../kernel/misuse.js';
import { nearest } from '../kernel/nearest.js';
import type { FuzzOptions } from './fuzzOptions.js';

type Name =
  | keyof FuzzOptions<unknown, Record<never, never>, unknown>
  | 'store'
  | 'name'
  | 'cwd'
  | 'allowWeak';
type Sort = 'number' | 'function' | 'list' | 'object' | 'text' | 'flag';

/** What each option may be. */
const sorts: Readonly<Record<Name, readonly Sort[]>> = {
  trigger: ['object'],
  deployment: ['object'],
  runs: ['number'],
  seed: ['number', 'text'],
  shard: ['object'],
  setup: ['function'],
  stateOf: ['function'],
  teardown: ['function'],
  property: ['function'],
  reference: ['function'],
  deliveries: ['flag', 'object'],
  oracles: ['object'],
  timeZones: ['list'],
  http: ['function', 'flag'],
  answers: ['object', 'list'],
  allow: ['list'],
  allowRun: ['list'],
  effectKindOf: ['function'],
  traceOf: ['function'],
  directory: ['text'],
  env: ['object'],
  runtime: ['text'],
  program: ['text'],
  command: ['list'],
  port: ['number'],
  initTimeoutMs: ['number'],
  memoryMb: ['number'],
  timeoutMs: ['number'],
  reuse: ['flag'],
  learn: ['flag'],
  source: ['text'],
  codeFolder: ['text'],
  codeProblems: ['list'],
  budgetMs: ['number'],
  journal: ['object'],
  maxFailures: ['number'],
  mostFailures: ['number'],
  edges: ['flag', 'list'],
  examples: ['list'],
  overrides: ['object', 'list', 'text', 'number', 'flag'],
  payload: ['function'],
  hostile: ['number'],
  store: ['text', 'flag'],
  name: ['text'],
  cwd: ['text'],
  allowWeak: ['flag'],
};

const told: Readonly<Record<Sort, string>> = {
  number: 'a number',
  function: 'a function',
  list: 'a list',
  object: 'an object',
  text: 'a text',
  flag: 'true or false',
};

/**
 * Refuses what callers without types give by mistake.
 *
 * @throws Misuse NO_HANDLER, NO_TRIGGER, UNKNOWN_OPTION or INVALID_OPTION.
 */
export function requireOptions(handler: unknown, options: unknown): void {
  if (typeof handler !== 'function' && typeof handler !== 'string') {
    throw new Misuse(
      'NO_HANDLER',
      `Cannot fuzz ${shown(handler)}: it makes no handler. Write fuzzHandler(() => handler, { trigger }), or give the path of a file, './index.js#main_handler'.`,
    );
  }
  const trigger = isObject(options) ? options.trigger : undefined;
  if (!isObject(options) || !isTrigger(trigger)) {
    const name = typeof trigger === 'string' ? trigger : 'timer';
    throw new Misuse(
      'NO_TRIGGER',
      `Cannot fuzz with the trigger ${shown(trigger)}: it is none. Write { trigger: ${name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())} }, imported from 'scf-fixtures'.`,
    );
  }
  const known = [...Object.keys(sorts), ...Object.keys(trigger.options)];
  for (const [name, value] of Object.entries(options)) {
    if (!known.includes(name)) {
      const near = nearest(name, known);
      throw new Misuse(
        'UNKNOWN_OPTION',
        `Cannot fuzz with the option ${JSON.stringify(name)}: there is none. ${near === undefined ? `There are ${known.join(', ')}.` : `Did you mean "${near}"?`}`,
      );
    }
    const wanted = Object.hasOwn(sorts, name) ? sorts[name as Name] : undefined;
    if (value === undefined || wanted === undefined || wanted.some((sort) => isOf(sort, value))) continue;
    throw new Misuse(
      'INVALID_OPTION',
      `Cannot fuzz with ${name}: ${shown(value)}. Give ${wanted.map((sort) => told[sort]).join(' or ')}.`,
    );
  }
}

function isTrigger(value: unknown): value is { readonly options: object } {
  return isObject(value) && typeof value.sample === 'function' && isObject(value.options);
}

function isOf(sort: Sort, value: unknown): boolean {
  switch (sort) {
    case 'number':
      return typeof value === 'number';
    case 'function':
      return typeof value === 'function';
    case 'list':
      return Array.isArray(value);
    case 'object':
      return isObject(value) && !Array.isArray(value);
    case 'text':
      return typeof value === 'string';
    case 'flag':
      return typeof value === 'boolean';
  }
}

function shown(value: unknown): string {
  if (typeof value === 'function') return `the function ${value.name}`.trim();
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
