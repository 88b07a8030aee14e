import { relative, resolve } from 'node:path';
import type { Command, Option } from 'commander';
import { type Config, Misuse } from '../../src/core.js';
import type { ConfiguredOption, Project } from '../shared/project.js';
import { type CommandName, commandKeys, type KeyType, sharedKeys } from './configKeys.js';

/** Where one of these is on the command line, what the file says of another is left out. */
const rivals: readonly (readonly string[])[] = [
  ['integrated', 'passthrough'],
  ['kind', 'trigger'],
  ['pretty', 'compact'],
  ['index', 'shard'],
];

/** Options that say what an argument says, too: the place of that argument. */
const besideArgument: Readonly<Record<string, Readonly<Record<string, number>>>> = { invoke: { kind: 1 } };

/**
 * Gives a command what the configuration file says of its options, where its command line does not: its own section, and
 * for what that leaves open `function`, `deployment` and `seed`.
 *
 * @throws Misuse for a value that is none of an option's choices.
 */
export function applyConfig(
  command: Command,
  name: string,
  { config, file, directory }: Omit<Project, 'options'>,
  cwd: string,
): readonly ConfiguredOption[] {
  const keys: Readonly<Record<string, KeyType>> | undefined = Object.hasOwn(commandKeys, name)
    ? commandKeys[name as CommandName]
    : undefined;
  if (keys === undefined) return [];
  const taken: ConfiguredOption[] = [];
  const own: Readonly<Record<string, unknown>> = { ...config[name as CommandName] };
  const shared: Readonly<Record<string, unknown>> = {
    ...sharedIn(config, keys),
    ...('seed' in keys && config.seed !== undefined ? { seed: config.seed } : {}),
  };
  for (const [key, given] of Object.entries({ ...shared, ...own })) {
    const option = command.options.find((one) => one.attributeName() === key);
    if (option === undefined || given === undefined || isTold(command, key)) continue;
    if (command.args.length > (besideArgument[name]?.[key] ?? command.args.length)) continue;
    const value = valueFor({ option, type: keys[key] as KeyType, given, from: directory, cwd });
    if (option.argChoices !== undefined && !option.argChoices.includes(String(value)))
      throw new Misuse(
        'INVALID_CONFIG',
        `Cannot use ${file}: ${name}.${key} must be one of ${option.argChoices.join(', ')}.`,
      );
    const before: unknown = command.getOptionValue(key);
    const all = keys[key] === 'variables' ? [...(value as string[]), ...(before as string[])] : value;
    if (value === undefined) continue;
    command.setOptionValueWithSource(key, all, 'config');
    const section = Object.hasOwn(own, key) ? name : sectionOf(config, key);
    taken.push({ flag: option.long ?? '', place: section === undefined ? key : `${section}.${key}` });
  }
  return taken;
}

function sectionOf(config: Config, key: string): string | undefined {
  return Object.keys(sharedKeys).find((section) =>
    Object.hasOwn(config[section as keyof typeof sharedKeys] ?? {}, key),
  );
}

/** What stands in `function` and `deployment` for a command that has such options. */
function sharedIn(
  config: Config,
  keys: Readonly<Record<string, KeyType>>,
): Readonly<Record<string, unknown>> {
  const told = Object.entries(sharedKeys).flatMap(([section, inSection]) =>
    Object.keys(inSection).every((key) => Object.hasOwn(keys, key))
      ? Object.entries(config[section as keyof typeof sharedKeys] ?? {})
      : [],
  );
  return Object.fromEntries(told);
}

/** True where the command line says it; of variables both count, those of the command line last. */
function isTold(command: Command, key: string): boolean {
  const isOnLine = (one: string) => command.getOptionValueSource(one) === 'cli';
  if (key === 'env') return false;
  return [key, ...rivals.filter((group) => group.includes(key)).flat()].some(isOnLine);
}

/** The value that the command line would give; undefined for a switch that is off anyway. */
function valueFor({
  option,
  type,
  given,
  from,
  cwd,
}: {
  readonly option: Option;
  readonly type: KeyType;
  readonly given: unknown;
  readonly from: string;
  readonly cwd: string;
}): unknown {
  const pathOf = (path: string) => (path === '-' ? path : relative(cwd, resolve(from, path)) || '.');
  if (typeof given === 'boolean') {
    const isNegatable = option.negate || type === 'path or false' || option.attributeName() === 'base64';
    return given || isNegatable ? given : undefined;
  }
  if (type === 'path' || type === 'path or false') return pathOf(String(given));
  if (type === 'paths') return (given as readonly string[]).map(pathOf);
  if (type === 'variables')
    return Object.entries(given as Readonly<Record<string, string>>).map(
      ([name, value]) => `${name}=${value}`,
    );
  return Array.isArray(given) ? given : String(given);
}
