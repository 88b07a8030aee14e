import { check, edgeCases, type IssuePath, type JsonSchema, samples, type Trigger } from '../../src/index.js';
import { isNightly } from '../nightly.js';
import { Agreements, kindOfValue } from './agreements.js';
import { layerMutationsOf } from './layers.js';
import { type Place, placesOf, withValueAt } from './places.js';
import { type Mutation, mutationsOf } from './single.js';
import { tolerated } from './tolerated.js';

/** Nine times as many events are tried nightly as on every check. */
const times = isNightly ? 9 : 1;

/** So many mutants of one change of one field are enough. */
const timesEach = isNightly ? 6 : 2;

/** Events of more letters take as long as thousands of others, and have the same fields; they are tried at night. */
const maxLetters = isNightly ? Number.POSITIVE_INFINITY : 5_000;
const optionalField = 'the contract does not demand the field: known events lack it';

/** What became of the mutants of one kind. */
export interface Tally {
  noticed: number;
  readonly missed: string[];
  readonly tolerated: Map<string, number>;
}

/** Events of a kind that a strict check accepts: samples, realistic and hostile, and edge cases. */
function* validEvents(trigger: Trigger): Generator<unknown, void, undefined> {
  yield* samples(trigger, { seed: 'mutants', count: 4 * times });
  for (const event of samples(trigger, { seed: 'mutants', count: 3 * times, hostile: 0.1 })) {
    if (!isNoticed(trigger, event)) yield event;
  }
  for (const edge of edgeCases(trigger)) {
    const { event } = edge;
    if (JSON.stringify(event).length <= maxLetters && !isNoticed(trigger, event)) yield event;
  }
}

/** The mutations of one kind's events, with the place of each; of the same change of the same field only some. */
class Mutations {
  readonly #trigger: Trigger;
  readonly #schema: JsonSchema;
  readonly #agreements: Agreements;
  readonly #seen = new Map<string, number>();

  constructor(trigger: Trigger) {
    this.#trigger = trigger;
    this.#schema = trigger.contract.schema();
    this.#agreements = new Agreements(this.#schema, samples(trigger, { seed: 'agreements', count: 100 }));
  }

  *of(event: unknown): Generator<[Mutation, Place | undefined], void, undefined> {
    const trigger = this.#trigger;
    const places = new Map<string, Place>();
    for (const place of placesOf(this.#schema, event)) {
      places.set(place.path.join('.'), place);
      if (place.presence === 'root' || !this.#isNews(`${place.field} ${kindOfValue(place.value)}`)) continue;
      for (const mutation of mutationsOf(place)) yield [mutation, place];
    }
    const placeOf = (path: IssuePath) => places.get(path.join('.'));
    for (const mutation of layerMutationsOf(
      trigger,
      event,
      ({ path }) => placeOf(path)?.field ?? path.join('.'),
    )) {
      if (this.#isNews(`${mutation.field} ${mutation.change}`)) yield [mutation, placeOf(mutation.path)];
    }
    for (const agreement of this.#agreements.of(event)) {
      const { place, other, relation } = agreement;
      if (!this.#isNews(`${place.field} ${relation} ${other.field}`)) continue;
      const replacement = this.#agreements.contradiction(agreement);
      if (replacement === undefined) continue;
      const { path, field } = place;
      yield [
        { operator: 'agreement', field, path, replacement, change: `${relation} ${other.path.join('.')}` },
        place,
      ];
    }
  }

  #isNews(key: string): boolean {
    const count = (this.#seen.get(key) ?? 0) + 1;
    this.#seen.set(key, count);
    return count <= timesEach;
  }
}

/** Why a check may let a mutation pass; undefined when it must not. */
function reasonFor({ operator, field, change }: Mutation, place: Place | undefined): string | undefined {
  const entry = tolerated.find(
    (candidate) =>
      candidate.operator === operator &&
      candidate.fields.includes(field) &&
      (candidate.change?.test(change) ?? true),
  );
  return (
    entry?.because ?? (operator === 'drop' && place?.presence === 'optional' ? optionalField : undefined)
  );
}

/** A strict check reports something; it always does of what the contract refuses, so that need not be asked. */
function isNoticed(trigger: Trigger, mutant: unknown): boolean {
  return !trigger.contract.accepts(mutant) || check(trigger, mutant, { strict: true }).length > 0;
}

/** Makes the mutants of a kind and checks each; the events they come from are checked first. */
export function tallyOf(trigger: Trigger): Tally {
  const tally: Tally = { noticed: 0, missed: [], tolerated: new Map() };
  const mutations = new Mutations(trigger);
  for (const event of validEvents(trigger)) {
    for (const [mutation, place] of mutations.of(event)) {
      const mutant = withValueAt(event, mutation.path, mutation.replacement);
      const reason = reasonFor(mutation, place);
      if (isNoticed(trigger, mutant)) tally.noticed++;
      else if (reason === undefined)
        tally.missed.push(
          `${mutation.operator} ${mutation.field}: ${mutation.change}, at ${mutation.path.join('.')}`,
        );
      else tally.tolerated.set(reason, (tally.tolerated.get(reason) ?? 0) + 1);
    }
  }
  return tally;
}

/** Of the mutants that should be noticed, the share that is. */
export function shareOf({ noticed, missed }: { readonly noticed: number; readonly missed: number }): number {
  return noticed + missed === 0 ? 1 : noticed / (noticed + missed);
}

/**
 * The tallies by kind as a table, then what was tolerated and why, then what was missed. `share` leaves out what is
 * tolerated, `of all` counts it as missed.
 */
export function tableOf(tallies: ReadonlyMap<string, Tally>): string {
  const all: Tally = { noticed: 0, missed: [], tolerated: new Map() };
  for (const tally of tallies.values()) {
    all.noticed += tally.noticed;
    all.missed.push(...tally.missed);
    for (const [reason, count] of tally.tolerated)
      all.tolerated.set(reason, (all.tolerated.get(reason) ?? 0) + count);
  }
  const reasons = [...all.tolerated].sort((a, b) => b[1] - a[1]);
  return [
    line('kind', ['mutants', 'noticed', 'missed', 'tolerated', 'share', 'of all']),
    ...[...tallies, ['all', all] as const].map(([name, tally]) => rowOf(name, tally)),
    'tolerated:',
    ...reasons.map(([reason, count]) => `${String(count).padStart(6)}  ${reason}`),
    ...(all.missed.length === 0 ? [] : ['missed:', ...new Set(all.missed)]),
  ].join('\n');
}

function rowOf(name: string, { noticed, missed, tolerated: passed }: Tally): string {
  const letPass = [...passed.values()].reduce((sum, count) => sum + count, 0);
  const mutants = noticed + missed.length + letPass;
  const share = shareOf({ noticed, missed: missed.length });
  const ofAll = shareOf({ noticed, missed: mutants - noticed });
  return line(name, [mutants, noticed, missed.length, letPass, percent(share), percent(ofAll)]);
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)} %`;
}

function line(name: string, cells: readonly (string | number)[]): string {
  return name.padEnd(20) + cells.map((cell) => String(cell).padStart(11)).join('');
}
