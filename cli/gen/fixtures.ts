import { readFileSync } from 'node:fs';
import {
  check,
  type DrawnEdgeCase,
  edgeCaseNamed,
  edgeCases,
  type OptionSpecs,
  type Payload,
  type SampleOptions,
  sample,
  samples,
  schemasAt,
  type Trigger,
} from '../../src/core.js';
import type { Io } from '../shared/io.js';
import type { Shard } from '../shared/options.js';
import { packageRoot } from '../shared/packageRoot.js';
import type { Turn } from '../shared/turn.js';
import { issueIn, linesIn } from '../texts/told.js';
import { overridesOf, parseSetting, type Setting, settingValue } from './setPath.js';

/** One event to write, with the file name it gets. */
export interface Fixture {
  readonly name: string;
  readonly event: unknown;
  /** The JSON as it must stand, where no JavaScript object can say it. */
  readonly text?: string;
}

/** What to write of a kind, as the command line says it. */
export interface FixtureRequest {
  readonly seed: string | number;
  readonly start: number;
  /** How many drawn events; 0 when only edge cases are wanted. */
  readonly count: number;
  readonly total: number;
  readonly shard: Shard;
  readonly edges: 'all' | readonly string[];
  readonly documented: boolean;
  readonly settings: readonly string[];
  readonly hostile: number;
  readonly options: Readonly<Record<string, string>>;
  readonly sizeBytes?: number;
  readonly payload?: Payload;
  /** Event i is drawn with turn i modulo their number; edge cases with the first. */
  readonly turns?: readonly Turn[];
}

/** The fixtures of one kind, each drawn when it is asked for. */
export interface KindFixtures {
  readonly kind: string;
  /** The documented example and the edge cases. */
  readonly named: Iterable<Fixture>;
  /** The drawn events, … */
  readonly events: Iterable<unknown>;
  /** … the index of the first, and how far it is from each to the next. */
  readonly first: number;
  readonly step: number;
}

/** What the request means for one kind. What is wrong with it is thrown at once. */
export function fixturesOf(trigger: Trigger, request: FixtureRequest, io: Io): KindFixtures {
  const turns = (request.turns ?? [{}]).map((turn) => drawOptions(trigger, request, turn, io));
  const [options = {}] = turns;
  const edges =
    request.edges === 'all'
      ? edgeCases(trigger, options)
      : request.edges.map((name) => edgeCaseNamed(trigger, name, options));
  const { count, start, shard } = request;
  const first = start + shard.index - 1;
  return {
    kind: trigger.name,
    named: namedFixtures(trigger, edges, request),
    events:
      turns.length > 1
        ? inTurns(trigger, turns, { first, below: start + count, step: shard.of })
        : count === 0
          ? []
          : samples(trigger, { ...options, count, start, shard }),
    first,
    step: shard.of,
  };
}

function* namedFixtures(
  trigger: Trigger,
  edges: readonly DrawnEdgeCase<unknown>[],
  { documented }: Pick<FixtureRequest, 'documented'>,
): Generator<Fixture> {
  if (documented) yield documentedExample(trigger);
  for (const edge of edges) yield { name: edge.name, event: edge.event, text: edge.text };
}

function* inTurns(
  trigger: Trigger,
  turns: readonly SampleOptions<unknown, OptionSpecs>[],
  { first, below, step }: { readonly first: number; readonly below: number; readonly step: number },
): Generator<unknown> {
  for (let index = first; index < below; index += step)
    yield sample(trigger, { ...turns[index % turns.length], index });
}

function drawOptions(
  trigger: Trigger,
  request: FixtureRequest,
  turn: Turn,
  io: Io,
): SampleOptions<unknown, OptionSpecs> {
  const { seed, hostile, payload = turn.payload, sizeBytes } = request;
  const own = Object.fromEntries(Object.entries(request.options).filter(([name]) => name in trigger.options));
  const options = {
    ...turn.options,
    ...own,
    seed,
    hostile,
    ...(sizeBytes === undefined ? {} : { sizeBytes }),
    ...(payload === undefined ? {} : { payload }),
    ...(turn.overrides === undefined ? {} : { overrides: turn.overrides }),
  };
  if (request.settings.length === 0) return options;
  const settings = settingsOf(trigger, request.settings, io);
  const withSettings = { ...options, overrides: overridesOf(settings, turn.overrides) };
  warnOfIssues(trigger, withSettings, io);
  return withSettings;
}

/** What `--set` fixes; warns of what no event of the trigger has. */
function settingsOf(
  trigger: Trigger,
  given: readonly string[],
  io: Io,
): { path: Setting['path']; value: unknown }[] {
  const schema = trigger.contract.schema();
  return given.map((argument) => {
    const setting = parseSetting(argument);
    const schemas = schemasAt(schema, setting.path);
    if (schemas.length === 0) {
      void io.stderr.write(
        linesIn(
          io.texts,
          `scf-fixtures: warning: no ${trigger.name} event that SCF sends has ${argument.split('=', 1)[0]}.\n`,
        ),
      );
    }
    const isText = schemas.length > 0 && schemas.every((known) => known.type === 'string');
    return { path: setting.path, value: settingValue(setting, argument, { isText }) };
  });
}

function warnOfIssues(trigger: Trigger, options: SampleOptions<unknown, OptionSpecs>, io: Io): void {
  const [first] = samples(trigger, { ...options, count: 1 });
  for (const issue of check(trigger, first)) {
    void io.stderr.write(
      linesIn(
        io.texts,
        `scf-fixtures: warning: what --set asks for is no event that SCF sends: ${issueIn(io.texts, issue)}.\n`,
      ),
    );
  }
}

function documentedExample(trigger: Trigger): Fixture {
  const file = new URL(`templates/events/${trigger.name}.json`, packageRoot());
  return { name: 'documented', event: JSON.parse(readFileSync(file, 'utf8')) };
}
