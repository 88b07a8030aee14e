import { createHash } from 'node:crypto';
import type { DeliveryRules } from '../../kernel/delivery.js';
import type { Trigger } from '../../kernel/trigger.js';
import { withSharedEvents } from '../arbitraries/deliveryRules.js';
import type { Case, Determinism, Trial, Unloadable } from '../oracles/oracle.js';
import { variations } from '../play/chance/chance.js';
import { clockMaskFor, differenceInLeft, endOf, leftSame, maskFor } from '../play/compare.js';
import type { Delivery } from '../play/delivery.js';
import type { Execution, Subject } from '../play/execution.js';
import { play } from '../play/play.js';
import { inOrder } from '../play/steps.js';
import type { MadeUpAnswers } from './learn/madeUpAnswers.js';
import type { Signer } from './learn/signer.js';

/** A subject whose cold starts all get the same handler. */
export interface KeptSubject<Event, World> {
  readonly subject: Subject<Event, World>;
  /** Makes the handler anew at the next cold start. */
  renew(): void;
  /** True where a start takes so long that all is tried on it first that judges no memory. */
  readonly isForAll?: boolean;
  /** Whether that is so for events that an instance forgets. */
  readonly isWorthKeeping?: () => boolean;
}

/** What all trials of a fuzz have in common. */
export interface TrialSetting<Event, World> {
  readonly trigger: Trigger<Event>;
  readonly subject: Subject<Event, World>;
  /** For what needs no cold start; undefined where every case makes its own handler. */
  readonly kept: KeptSubject<Event, World> | undefined;
  readonly reference: Subject<Event, World> | undefined;
  readonly timeZones: readonly string[];
  readonly canary: string;
  readonly secrets: readonly string[];
  /** Environment variables that the code reads and nobody has set. */
  readonly unset: readonly string[];
  /** Where requests are answered that nobody else answers; undefined where somebody does. */
  readonly answers: MadeUpAnswers | undefined;
  readonly directory: string | undefined;
  /** Signs events as the handler's callers do, once it is known that it asks for that. */
  readonly signer?: Signer<Event, World> | undefined;
  /** The handler's code, once that is known. */
  readonly code?: string | undefined;
  /** Why the code that is deployed is not loaded by the runtime that the user names. */
  readonly unloadable?: Unloadable | undefined;
  readonly property: ((execution: Execution<Event, World>) => Promise<string | undefined>) | undefined;
}

/** How often a base is played again with the same chance: only what is no part of that can differ. */
const repetitions = 2;

/** A trial that tells what was played for it. */
export interface PlayedTrial<Event, World> extends Trial<Event, World> {
  countInvocations(): number;
  /** How many of them were cold starts. */
  countStarts(): number;
  /** Whether the base leaves the same behind when it is played again, also with another chance where that is asked. */
  isRepeatable(how: { readonly hasSameChance: boolean }): Promise<boolean>;
  /** The base, if an oracle has asked for it. */
  playedBase(): Promise<Execution<Event, World> | undefined>;
  /** What was played for it, if it was. */
  played(delivery: Delivery<Event>): Promise<Execution<Event, World>> | undefined;
}

/** How much is done for a case; all that can be, when left out. */
export type HowTried = Pick<Trial<unknown>, 'isThorough' | 'isEarly' | 'failsCall'>;

/**
 * A trial of one case; every delivery is played once, however many oracles ask for it.
 *
 * @param before a trial of the same case, what was played for which is not played again.
 */
export function trialOf<Event, World>(
  setting: TrialSetting<Event, World>,
  tried: Case<Event>,
  { isThorough, isEarly, failsCall }: HowTried = { isThorough: true, isEarly: true, failsCall: () => true },
  before?: PlayedTrial<Event, World>,
): PlayedTrial<Event, World> {
  const { rules } = setting.subject;
  const { trigger, timeZones, canary, secrets, directory, code, property } = setting;
  const chance = { ...setting.subject.chance, text: chanceTextOf(tried) };
  const [subject, reference] = [setting.subject, setting.reference].map(
    (one) => one && { ...one, chance },
  ) as [Subject<Event, World>, Subject<Event, World> | undefined];
  const keyOf = deliveryKeys<Event>();
  const { signer } = setting;
  const sent = async (delivery: Delivery<Event>): Promise<Delivery<Event>> =>
    signer?.hasSigned(tried) === true ? signer.signedDelivery(delivery) : delivery;
  const played = new PlayedOnce(subject, { keyOf, sent }, before?.played);
  const { delivery } = tried;
  const first = delivery === undefined ? inOrder([tried.event]) : withSharedEvents(delivery);
  const base = () => played.play(first);
  const again = async (variation = 0) =>
    play({ ...subject, chance: { ...chance, variation } }, await sent(first));
  const determinisms = new Map<boolean, Promise<Determinism>>();
  return {
    case: hasImpossibleOther(tried, rules) ? { event: tried.event } : tried,
    trigger,
    rules,
    timeZones,
    hasProcessSeed: subject.hosted?.host.hasProcessSeed === true,
    canary,
    secrets,
    directory,
    code,
    unloadable: setting.unloadable,
    isThorough,
    isEarly,
    failsCall,
    base,
    countInvocations: () => played.invocations,
    countStarts: () => played.starts,
    playedBase: async () => played.find(first),
    played: (other) => played.find(other),
    determinism: ({ hasSameChance } = { hasSameChance: true }) => {
      const known = determinisms.get(hasSameChance) ?? determinismOf(base, again, { hasSameChance });
      determinisms.set(hasSameChance, known);
      return known;
    },
    isRepeatable: async ({ hasSameChance }) => {
      const once = await base();
      for (const variation of repeated(hasSameChance))
        if (!leftSame(once, await again(variation))) return false;
      return true;
    },
    play: (other) => played.play(other),
    ...(reference === undefined ? {} : { playReference: playerOf(reference, { keyOf, sent }) }),
    ...(property === undefined ? {} : { property }),
  };
}

/** True where the second event has an id of the first and is another: the platform sends no such two. */
function hasImpossibleOther<Event>({ event, other }: Case<Event>, { idsOf }: DeliveryRules<Event>): boolean {
  if (other === undefined || idsOf === undefined) return false;
  try {
    const ids = new Set(idsOf(event));
    return idsOf(other).some((id) => ids.has(id)) && JSON.stringify(event) !== JSON.stringify(other);
  } catch {
    // An example of the user's may be of another kind.
    return false;
  }
}

function playerOf<Event, World>(reference: Subject<Event, World>, how: HowPlayed<Event>) {
  const played = new PlayedOnce(reference, how);
  return (delivery: Delivery<Event>) => played.play(delivery);
}

/** How deliveries are told from each other, and what is sent of one. */
interface HowPlayed<Event> {
  keyOf(delivery: Delivery<Event>): string;
  sent(delivery: Delivery<Event>): Promise<Delivery<Event>>;
}

/** Plays each delivery of a trial once. */
class PlayedOnce<Event, World> {
  invocations = 0;
  starts = 0;
  readonly #subject: Subject<Event, World>;
  readonly #how: HowPlayed<Event>;
  readonly #before: PlayedTrial<Event, World>['played'] | undefined;
  readonly #executions = new Map<string, Promise<Execution<Event, World>>>();

  constructor(
    subject: Subject<Event, World>,
    how: HowPlayed<Event>,
    before?: PlayedTrial<Event, World>['played'],
  ) {
    this.#subject = subject;
    this.#how = how;
    this.#before = before;
  }

  play(delivery: Delivery<Event>): Promise<Execution<Event, World>> {
    const known = this.find(delivery);
    if (known !== undefined) return known;
    const execution = this.#count(this.#how.sent(delivery).then((sent) => play(this.#subject, sent)));
    this.#executions.set(this.#how.keyOf(delivery), execution);
    return execution;
  }

  find(delivery: Delivery<Event>): Promise<Execution<Event, World>> | undefined {
    return this.#executions.get(this.#how.keyOf(delivery)) ?? this.#before?.(delivery);
  }

  async #count(played: Promise<Execution<Event, World>>): Promise<Execution<Event, World>> {
    const execution = await played;
    this.invocations += execution.invocations.length;
    this.starts += execution.invocations.filter(({ outcome }) => outcome.cold).length;
    return execution;
  }
}

/** Makes a text of a delivery, the same for the same events. */
function deliveryKeys<Event>(): (delivery: Delivery<Event>) => string {
  const ids = new Map<unknown, number>();
  const idOf = (event: Event): number => {
    const known = ids.get(event);
    if (known !== undefined) return known;
    ids.set(event, ids.size);
    return ids.size - 1;
  };
  return ({ steps, timeZone, locale, processSeed }) =>
    JSON.stringify([
      steps.map((step) => ({ ...step, event: idOf(step.event) })),
      timeZone,
      locale,
      processSeed,
    ]);
}

/** The variations of chance in which a base is played again. */
function repeated(hasSameChance: boolean): readonly number[] {
  const same = Array.from({ length: repetitions }, () => 0);
  return hasSameChance ? same : [...same, ...Array.from({ length: variations }, (_, index) => index + 1)];
}

/** What the chance of a case is made of: the same case has the same, in whatever search it is tried. */
function chanceTextOf<Event>(tried: Case<Event>): string {
  const known = chanceTexts.get(tried);
  if (known !== undefined) return known;
  const text = createHash('sha1').update(JSON.stringify(tried)).digest('hex');
  chanceTexts.set(tried, text);
  return text;
}

const chanceTexts = new WeakMap<object, string>();

async function determinismOf(
  first: () => Promise<Execution<unknown>>,
  again: (variation: number) => Promise<Execution<unknown>>,
  { hasSameChance }: { readonly hasSameChance: boolean },
): Promise<Determinism> {
  const a = await first();
  const found = { answer: true, left: true, times: true };
  for (const variation of hasSameChance ? [0] : repeated(false)) {
    const b = await again(variation);
    const mask = maskFor(a, b);
    const ownMask = clockMaskFor(a, b);
    const difference = differenceInLeft(a, b, ownMask);
    found.answer &&= endOf(a, mask) === endOf(b, mask);
    found.left &&= leftSame(a, b);
    found.times &&=
      endOf(a, ownMask) === endOf(b, ownMask) && difference.onlyA.length + difference.onlyB.length === 0;
  }
  return found;
}
