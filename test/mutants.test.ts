import { describe, expect, test } from 'vitest';
import {
  check,
  edgeCases,
  type IssuePath,
  type JsonSchema,
  samples,
  type Trigger,
  triggers,
} from '../src/index.js';
import { Agreements, kindOfValue } from './mutants/agreements.js';
import { layerMutationsOf } from './mutants/layers.js';
import { type Place, placesOf, withValueAt } from './mutants/places.js';
import { type Mutation, mutationsOf } from './mutants/single.js';
import { tolerated } from './mutants/tolerated.js';

/** So many mutants of one change of one field are enough. */
const timesEach = 6;
const optionalField = 'the contract does not demand the field: known events lack it';
const goodShare = 0.95;
const goalShare = 0.99;

interface Tally {
  noticed: number;
  readonly missed: string[];
  readonly tolerated: Map<string, number>;
}

/** Events of a kind that a strict check accepts: samples, realistic and hostile, and edge cases. */
function* validEvents(trigger: Trigger): Generator<unknown, void, undefined> {
  yield* samples(trigger, { seed: 'mutants', count: 60 });
  for (const event of samples(trigger, { seed: 'mutants', count: 30, hostile: 0.1 })) {
    if (!isNoticed(trigger, event)) yield event;
  }
  for (const edge of edgeCases(trigger)) {
    if (!isNoticed(trigger, edge.event)) yield edge.event;
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

function tallyOf(trigger: Trigger): Tally {
  const tally: Tally = { noticed: 0, missed: [], tolerated: new Map() };
  const mutations = new Mutations(trigger);
  for (const event of validEvents(trigger)) {
    expect(isNoticed(trigger, event)).toBe(false);
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

function share(noticed: number, missed: number): number {
  return noticed + missed === 0 ? 1 : noticed / (noticed + missed);
}

function row(name: string, noticed: number, missed: number, let_pass: number): string {
  const cells = [noticed + missed + let_pass, noticed, missed, let_pass];
  return `${name.padEnd(22)}${cells.map((cell) => String(cell).padStart(10)).join('')}${(share(noticed, missed) * 100).toFixed(2).padStart(9)} %`;
}

const tallies = new Map<string, Tally>();

describe('a strict check notices single mutations', () => {
  test.each(triggers.map((trigger) => [trigger.name, trigger] as const))('of %s', (name, trigger) => {
    const tally = tallyOf(trigger);
    tallies.set(name, tally);
    const { missed } = tally;
    expect(share(tally.noticed, missed.length), missed.slice(0, 20).join('\n')).toBeGreaterThanOrEqual(
      goodShare,
    );
  });

  test('of all kinds', () => {
    const lines = [
      `${'kind'.padEnd(22)}${['mutants', 'noticed', 'missed', 'tolerated'].map((head) => head.padStart(10)).join('')}${'share'.padStart(11)}`,
    ];
    const sums = { noticed: 0, missed: 0, tolerated: 0 };
    const reasons = new Map<string, number>();
    for (const [name, { noticed, missed, tolerated: passed }] of tallies) {
      const let_pass = [...passed.values()].reduce((sum, count) => sum + count, 0);
      lines.push(row(name, noticed, missed.length, let_pass));
      sums.noticed += noticed;
      sums.missed += missed.length;
      sums.tolerated += let_pass;
      for (const [reason, count] of passed) reasons.set(reason, (reasons.get(reason) ?? 0) + count);
    }
    lines.push(row('all', sums.noticed, sums.missed, sums.tolerated), '', 'Tolerated:');
    for (const [reason, count] of [...reasons].sort((a, b) => b[1] - a[1]))
      lines.push(`${String(count).padStart(8)}  ${reason}`);
    for (const [name, { missed }] of tallies) {
      if (missed.length > 0) lines.push('', `Missed of ${name}:`, ...[...new Set(missed)]);
    }
    console.log(lines.join('\n'));
    expect(share(sums.noticed, sums.missed)).toBeGreaterThanOrEqual(goalShare);
    expect(tolerated.map((entry) => entry.because).filter((because) => !reasons.has(because))).toEqual([]);
  });
});
