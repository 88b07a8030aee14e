import { resolve } from 'node:path';
import {
  type Config,
  isObject,
  type KindConfig,
  kinds,
  Misuse,
  nearest,
  type Payload,
} from '../../src/core.js';
import { payloadFrom, payloadOfSchema } from '../shared/payload.js';
import type { Turn } from '../shared/turn.js';
import { commandKeys, type KeyType, sharedKeys } from './configKeys.js';

/** Every section that holds options, with its keys. */
const sections: Readonly<Record<string, Readonly<Record<string, KeyType>>>> = {
  ...sharedKeys,
  ...commandKeys,
};
const topKeys = ['seed', 'out', 'quiet', 'kinds', ...Object.keys(sections)];

/**
 * Reads what a configuration file exports.
 *
 * @throws Misuse with the place and what stands there, when it is no configuration.
 */
export function readConfig(value: unknown, shown: string): Config {
  const fail = (place: string, problem: string): never => {
    throw new Misuse(
      'INVALID_CONFIG',
      `Cannot use ${shown}: ${place} ${problem}${problem.endsWith('?') ? '' : '.'}`,
    );
  };
  if (!isObject(value)) return fail('it', 'exports no object. Export { seed, kinds, fuzz … }');
  requireKnown(value, topKeys, { place: '', fail });
  const { seed, out } = value;
  if (seed !== undefined && !isValue(seed)) fail('seed', 'must be a text or a number');
  if (out !== undefined && typeof out !== 'string') fail('out', 'must be the path of a directory');
  if (value.quiet !== undefined && !isSwitch(value.quiet)) fail('quiet', 'must be true or false');
  readKinds(value.kinds, fail);
  for (const [name, keys] of Object.entries(sections)) {
    const section = value[name];
    if (section === undefined) continue;
    if (!isObject(section)) return fail(name, 'must be an object with a key for each option');
    requireKnown(section, Object.keys(keys), { place: `${name}.`, fail });
    for (const [key, given] of Object.entries(section)) {
      const { fits, says } = types[keys[key] as KeyType];
      if (given !== undefined && !fits(given)) fail(`${name}.${key}`, `must be ${says}`);
    }
  }
  return value;
}

type Fail = (place: string, problem: string) => never;

function readKinds(byKind: unknown, fail: Fail): void {
  if (byKind === undefined) return;
  if (!isObject(byKind)) fail('kinds', 'must be an object with a key for each kind');
  requireKnown(byKind, kinds, { place: 'kinds.', fail });
  for (const [kind, given] of Object.entries(byKind)) {
    for (const entry of entriesOf(given)) {
      const place = `kinds.${kind}`;
      if (!isObject(entry)) fail(place, 'must be an object or a list of objects');
      requireKnown(entry, ['overrides', 'payload', 'options'], { place: `${place}.`, fail });
      for (const name of ['overrides', 'options'])
        if (entry[name] !== undefined && !isObject(entry[name]))
          fail(`${place}.${name}`, 'must be an object');
      const { payload } = entry;
      if (payload !== undefined && !isObject(payload) && !['string', 'boolean'].includes(typeof payload))
        fail(`${place}.payload`, 'must be a JSON Schema or the path of a file with one');
    }
  }
}

function requireKnown(
  given: object,
  known: readonly string[],
  { place, fail }: { readonly place: string; readonly fail: Fail },
): void {
  for (const name of Object.keys(given)) {
    if (known.includes(name)) continue;
    const near = nearest(name, known);
    fail(
      `${place}${name}`,
      near === undefined
        ? `is unknown; there are ${known.join(', ')}`
        : `is unknown: did you mean ${place}${near}?`,
    );
  }
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isSwitch = (value: unknown): boolean => typeof value === 'boolean';
const isValue = (value: unknown): boolean =>
  isText(value) || (typeof value === 'number' && Number.isFinite(value));
const areTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText);

const types: Readonly<Record<KeyType, { fits: (value: unknown) => boolean; says: string }>> = {
  number: { fits: isValue, says: 'a number or a text' },
  text: { fits: isText, says: 'a text' },
  path: { fits: isText, says: 'a path' },
  'path or false': { fits: (value) => isText(value) || value === false, says: 'a path, or false for none' },
  switch: { fits: isSwitch, says: 'true or false' },
  'number or switch': {
    fits: (value) => isValue(value) || isSwitch(value),
    says: 'a number, or true or false',
  },
  texts: { fits: areTexts, says: 'a list of texts' },
  paths: { fits: areTexts, says: 'a list of paths' },
  variables: {
    fits: (value) => isObject(value) && Object.values(value).every(isText),
    says: 'an object of texts, by the names of variables',
  },
};

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
