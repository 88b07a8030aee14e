import { resolve } from 'node:path';
import {
  defaultSeed,
  kinds as knownKinds,
  loadTrigger,
  Misuse,
  type Payload,
  type Trigger,
} from '../../src/core.js';
import type { Settings } from '../config/settings.js';
import { type FixtureRequest, fixturesOf } from '../gen/fixtures.js';
import { isPretty, isRequestFormat, onlyRequests, outputOf, refuseUrl, urlOf } from '../gen/formats.js';
import { writeFixtures } from '../gen/writeFixtures.js';
import { type CommandModule, fromData, type ToldCommand } from '../shared/command.js';
import type { Io } from '../shared/io.js';
import { number, shard, wholeNumber } from '../shared/options.js';

const maxFiles = 1_000_000;
const maxLines = 10_000_000_000;

interface GenFlags {
  readonly count?: string;
  readonly seed?: string;
  readonly index?: string;
  readonly shard?: string;
  readonly edge?: string[];
  readonly edges?: boolean;
  readonly documented?: boolean;
  readonly payload?: string;
  readonly set?: string[];
  readonly size?: string;
  readonly hostile?: string;
  readonly fromConfig?: string;
  readonly out?: string;
  readonly format?: string;
  readonly url?: string;
  readonly pretty?: boolean;
  readonly compact?: boolean;
  readonly json?: boolean;
}

/** `scf-fixtures gen <kind…>`: writes events as JSON. */
export const gen: CommandModule = {
  async define(command, io, args) {
    command
      .argument('[kind...]', 'kinds of events, or all (scf-fixtures list shows them)')
      .option('-n, --count <n>', 'how many events of each kind (1)')
      .option(
        '-s, --seed <seed>',
        `any text or number; the same seed gives the same events; "random" draws one (${defaultSeed})`,
      )
      .option('-i, --index <i>', 'only event i of the seed, printed unless --out is given')
      .option('--shard <i/n>', 'only the i-th of n shares of the events')
      .option('--edge <name...>', 'these edge cases (scf-fixtures list <kind> shows them)')
      .option('--edges', 'all edge cases')
      .option('--documented', "the vendor's documented example")
      .option('--payload <file>', 'a JSON Schema of the data that the event carries for the user')
      .option(
        '--set <path=value...>',
        'fix a value: Records[*].Ckafka.topic=orders; what depends on it follows',
      )
      .option('--size <bytes>', "the event's compact JSON has exactly that many bytes")
      .option('--hostile <p>', '0 to 1: how much boundary values are preferred (0)')
      .option('--from-config <file>', 'only events that the triggers of a deployment file or JSON file send')
      .option('-o, --out <dir>', 'directory to write to, or - for standard output (fixtures)')
      .option(
        '-f, --format <format>',
        'files, ndjson or json (files; ndjson for standard output); http or curl for requests to web functions',
      )
      .option(
        '--url <url>',
        'where the requests of http and curl go (http://127.0.0.1:8000, as serve listens)',
      )
      .option('--pretty', 'indent the JSON (as files are unless --size is given)')
      .option('--compact', 'do not indent the JSON')
      .option('--json', 'print what was done as JSON, on standard error where the events are printed');
    const triggers = await triggersFor(args, command);
    for (const [name, flag] of triggerFlags(triggers))
      command.option(`--${name} ${flag.value}`, fromData(flag.about));
    command
      .addHelpText('after', examples)
      .action(async (kinds: string[], flags: GenFlags) => generate({ kinds, flags, triggers, command, io }));
  },
};

const examples = `
Examples:
  scf-fixtures gen timer --count 50                       50 files in fixtures/timer
  scf-fixtures gen apigw --index 31337                    print event 31337
  scf-fixtures gen ckafka --set 'Records[*].Ckafka.topic=orders' --payload order.schema.json
  scf-fixtures gen cls clb --edges --out test/fixtures    every edge case of two kinds
  scf-fixtures gen --from-config serverless.yml --count 20
  scf-fixtures gen web --count 20 --format http           requests that an editor sends
  scf-fixtures gen web --edges --format curl --out -      the same as commands of curl
  scf-fixtures gen cos --count 1000000 --out - | ...      a stream of JSON lines`;

/** The triggers that a command line names; all of them for help, for `all`, and where it has a flag of no named one. */
async function triggersFor(args: readonly string[], command: ToldCommand): Promise<readonly Trigger[]> {
  const named = knownKinds.filter((kind) => args.includes(kind));
  const loaded = await Promise.all(named.map((kind) => loadTrigger(kind)));
  const flags = new Set([
    ...command.options.map((option) => option.long),
    ...[...triggerFlags(loaded).keys()].map((name) => `--${name}`),
  ]);
  const strange = args.some(
    (arg) => arg === '-h' || (arg.startsWith('--') && !flags.has(arg.split('=', 1)[0])),
  );
  if (!strange && !args.includes('all')) return loaded;
  return Promise.all(knownKinds.map((kind) => loadTrigger(kind)));
}

/** The triggers' own options, one flag for all kinds that have it: `utcOffset` is `--utc-offset`. */
function triggerFlags(triggers: readonly Trigger[]): Map<string, { value: string; about: string }> {
  const flags = new Map<string, { value: string; about: string }>();
  for (const trigger of triggers) {
    for (const [name, { value, about }] of Object.entries(trigger.options)) {
      const flag = kebab(name);
      const before = flags.get(flag);
      flags.set(flag, {
        value,
        about: before === undefined ? `${trigger.name}: ${about}` : `${trigger.name}, ${before.about}`,
      });
    }
  }
  return flags;
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** The command line as it was given. */
interface Given {
  readonly kinds: readonly string[];
  readonly flags: GenFlags;
  /** The triggers whose own options the command line may have. */
  readonly triggers: readonly Trigger[];
  readonly command: ToldCommand;
  readonly io: Io;
}

async function generate(given: Given): Promise<void> {
  const { kinds, flags, triggers, command, io } = given;
  const settings = await settingsFor(flags, io);
  const chosen = await Promise.all(
    kindsOf(kinds, settings, flags.fromConfig).map((kind) => loadTrigger(kind)),
  );
  const output = outputOf(flags);
  const request = await requestOf(given, output.format === 'files' ? maxFiles : maxLines);
  refuseUnusedOptions(chosen, triggers, request);
  const fixtures = chosen.map((trigger) =>
    fixturesOf(trigger, { ...request, turns: settings.turns.get(trigger.name) ?? [{}] }, io),
  );
  const { format } = output;
  const target = {
    io,
    directory: output.toStandard ? undefined : resolve(io.cwd, flags.out ?? settings.out ?? 'fixtures'),
    repeat: repeatCommand(kinds, command, request.seed),
    seed: request.seed,
    isJson: flags.json === true,
  };
  if (isRequestFormat(format)) {
    const { writeRequests } = await import('../gen/writeRequests.js');
    return writeRequests(onlyRequests(chosen, fixtures, format), {
      ...target,
      format,
      url: urlOf(flags.url),
    });
  }
  refuseUrl(flags, format);
  await writeFixtures(fixtures, {
    ...target,
    format,
    pretty: isPretty(flags, format),
    expected: request.total * chosen.length,
  });
}

/** What the project's configuration file and --from-config say; costs nothing where there is neither. */
async function settingsFor(flags: GenFlags, io: Io): Promise<Settings> {
  if (io.project === undefined && flags.fromConfig === undefined) return { turns: new Map() };
  const { loadSettings } = await import('../config/settings.js');
  return loadSettings(flags.fromConfig, io);
}

function kindsOf(named: readonly string[], { turns }: Settings, fromConfig?: string): readonly string[] {
  const wanted = named.includes('all') ? knownKinds : [...new Set(named)];
  if (fromConfig === undefined && wanted.length === 0)
    throw new Misuse(
      'NO_KIND',
      `Cannot generate events: no kind is named. There are ${knownKinds.join(', ')}.`,
    );
  if (fromConfig === undefined) return wanted;
  const sent = [...turns.keys()].filter((kind) => wanted.length === 0 || wanted.includes(kind));
  if (sent.length > 0) return sent;
  throw new Misuse(
    'NOTHING_SENT',
    `Cannot generate events of ${fromConfig}: none of its triggers sends ${named.join(' or ') || 'any'}. Look at them with scf-fixtures trigger check ${fromConfig}.`,
  );
}

async function requestOf({ flags, triggers, command, io }: Given, maxCount: number): Promise<FixtureRequest> {
  const count = flags.count === undefined ? undefined : wholeNumber('--count', flags.count, 1, maxCount);
  if (flags.index !== undefined && flags.shard !== undefined) {
    throw new Misuse('CONTRADICTION', 'Cannot take --index and --shard together: --index names one event.');
  }
  const index =
    flags.index === undefined
      ? 0
      : wholeNumber('--index', flags.index, 0, Number.MAX_SAFE_INTEGER - maxLines);
  const onlyEdges = flags.edges === true || flags.edge !== undefined || flags.documented === true;
  const events = count ?? (onlyEdges ? 0 : 1);
  return {
    seed: flags.seed === 'random' ? await randomSeed() : (flags.seed ?? defaultSeed),
    start: index,
    count: events,
    shard: shard(flags.shard),
    total: Math.max(events, 1),
    edges: flags.edges === true ? 'all' : (flags.edge ?? []),
    documented: flags.documented === true,
    settings: flags.set ?? [],
    hostile: flags.hostile === undefined ? 0 : number('--hostile', flags.hostile, 0, 1),
    options: triggerOptionsOf(triggers, command),
    ...(flags.size === undefined
      ? {}
      : { sizeBytes: wholeNumber('--size', flags.size, 1, 64 * 1024 * 1024) }),
    ...(flags.payload === undefined ? {} : { payload: await payloadIn(flags.payload, io.cwd) }),
  };
}

/** The values of the triggers' own options. */
function triggerOptionsOf(triggers: readonly Trigger[], command: ToldCommand): Record<string, string> {
  const given = command.opts<Readonly<Record<string, string>>>();
  const options: Record<string, string> = {};
  for (const name of triggers.flatMap((trigger) => Object.keys(trigger.options)))
    if (given[name] !== undefined) options[name] = given[name];
  return options;
}

async function payloadIn(file: string, cwd: string): Promise<Payload> {
  const { payloadFrom } = await import('../shared/payload.js');
  return payloadFrom(resolve(cwd, file), file);
}

async function randomSeed(): Promise<string> {
  const { randomInt } = await import('node:crypto');
  return String(randomInt(2 ** 47));
}

function refuseUnusedOptions(
  chosen: readonly Trigger[],
  triggers: readonly Trigger[],
  request: FixtureRequest,
): void {
  for (const name of Object.keys(request.options)) {
    if (chosen.some((trigger) => name in trigger.options)) continue;
    const having = triggers.filter((trigger) => name in trigger.options).map((trigger) => trigger.name);
    throw new Misuse('UNUSED_OPTION', `Cannot use --${kebab(name)} here: only ${having.join(', ')} has it.`);
  }
}

/** The command line that gives the same events again, with the seed in it. */
function repeatCommand(kinds: readonly string[], command: ToldCommand, seed: string | number): string {
  const words = ['scf-fixtures', 'gen', ...kinds];
  for (const option of command.options) {
    const name = option.attributeName();
    const value: unknown = command.getOptionValue(name);
    if (name === 'seed' || name === 'json' || value === undefined) continue;
    for (const one of Array.isArray(value) ? value : [value]) {
      words.push(option.long ?? '', ...(one === true ? [] : [shellWord(String(one))]));
    }
  }
  return [...words, '--seed', shellWord(String(seed))].join(' ');
}

function shellWord(word: string): string {
  return /^[\w./:=@%+,-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
