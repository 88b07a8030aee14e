import { resolve } from 'node:path';
import { isObject, kinds, Misuse, type Payload } from '../../src/core.js';
import { payloadFrom, payloadOfSchema } from '../shared/payload.js';
import type { Turn } from '../shared/turn.js';

/** What a project fixes once for all the events it generates; what the command line says wins. */
export interface Config {
  readonly seed?: string | number;
  /** Directory that `gen` writes to, from the one of the configuration file. */
  readonly out?: string;
  /** By kind; where there are several entries, the events take turns with them. */
  readonly kinds?: Readonly<Record<string, KindConfig | readonly KindConfig[]>>;
}

/** What is fixed about the events of a kind. */
export interface KindConfig {
  /** Values to fix, in the shape of the event. */
  readonly overrides?: object;
  /** A JSON Schema of the data that the event carries, or the path of a file with one. */
  readonly payload?: object | boolean | string;
  /** Options of the kind's own, such as `cron` of timer. */
  readonly options?: Readonly<Record<string, string | number>>;
}

/**
 * Reads what a configuration file exports.
 *
 * @throws Misuse with the place and what stands there, when it is no configuration.
 */
export function readConfig(value: unknown, shown: string): Config {
  const fail = (place: string, problem: string): never => {
    throw new Misuse('INVALID_CONFIG', `Cannot use ${shown}: ${place}${problem}.`);
  };
  const only = (object: object, known: readonly string[], place: string): void => {
    for (const name of Object.keys(object)) {
      if (!known.includes(name)) fail(`${place}${name} `, `is unknown; there are ${known.join(', ')}`);
    }
  };
  if (!isObject(value)) return fail('', 'it exports no object. Export { seed, out, kinds }');
  only(value, ['seed', 'out', 'kinds'], '');
  const { seed, out, kinds: byKind = {} } = value;
  if (seed !== undefined && typeof seed !== 'string' && typeof seed !== 'number')
    fail('seed ', 'must be a text or a number');
  if (out !== undefined && typeof out !== 'string') fail('out ', 'must be the path of a directory');
  if (!isObject(byKind)) return fail('kinds ', 'must be an object with a key for each kind');
  only(byKind, kinds, 'kinds.');
  for (const [kind, given] of Object.entries(byKind)) {
    for (const entry of entriesOf(given)) {
      const place = `kinds.${kind}`;
      if (!isObject(entry)) return fail(`${place} `, 'must be an object or a list of objects');
      only(entry, ['overrides', 'payload', 'options'], `${place}.`);
      for (const name of ['overrides', 'options'])
        if (entry[name] !== undefined && !isObject(entry[name]))
          fail(`${place}.${name} `, 'must be an object');
      const { payload } = entry;
      if (payload !== undefined && !isObject(payload) && !['string', 'boolean'].includes(typeof payload))
        fail(`${place}.payload `, 'must be a JSON Schema or the path of a file with one');
    }
  }
  return value as Config;
}

/** What the events of each kind take turns with. */
export async function turnsOf(
  { kinds: byKind = {} }: Config,
  kind: string,
  directory: string,
): Promise<readonly Turn[]> {
  const given = Object.hasOwn(byKind, kind) ? byKind[kind] : undefined;
  return Promise.all(
    entriesOf(given ?? []).map(async (entry) => {
      const { overrides, payload, options } = entry as KindConfig;
      return {
        ...(overrides === undefined ? {} : { overrides }),
        ...(options === undefined ? {} : { options }),
        ...(payload === undefined ? {} : { payload: await payloadIn(payload, directory) }),
      };
    }),
  );
}

function entriesOf(given: unknown): readonly unknown[] {
  return Array.isArray(given) ? given : [given];
}

async function payloadIn(payload: object | boolean | string, directory: string): Promise<Payload> {
  if (typeof payload === 'string') return payloadFrom(resolve(directory, payload), payload);
  return payloadOfSchema(payload);
}
