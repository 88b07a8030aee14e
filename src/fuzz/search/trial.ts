import type { Trigger } from '../../kernel/trigger.js';
import { withSharedEvents } from '../arbitraries/deliveryRules.js';
import type { Case, Steadiness, Trial } from '../oracles/oracle.js';
import { clockMaskFor, differenceInLeft, endOf, leftSame, maskFor } from '../play/compare.js';
import type { Delivery } from '../play/delivery.js';
import { inOrder } from '../play/steps.js';
import { play, type Story, type Subject } from '../play/story.js';

/** What all trials of a fuzz have in common. */
export interface TrialSetting<Event, World> {
  readonly trigger: Trigger<Event>;
  readonly subject: Subject<Event, World>;
  readonly reference: Subject<Event, World> | undefined;
  readonly timeZones: readonly string[];
  readonly canary: string;
  readonly directory: string | undefined;
  readonly property: ((story: Story<Event, World>) => Promise<string | undefined>) | undefined;
}

/** A trial of one case; every delivery is played once, however many oracles ask for it. */
export function trialOf<Event, World>(
  setting: TrialSetting<Event, World>,
  tried: Case<Event>,
  isQuick = false,
): Trial<Event, World> & { readonly stories: readonly Story<Event, World>[] } {
  const ids = new Map<unknown, number>();
  const stories: Story<Event, World>[] = [];
  const idOf = (event: Event): number => {
    const known = ids.get(event);
    if (known !== undefined) return known;
    ids.set(event, ids.size);
    return ids.size - 1;
  };
  const keyOf = ({ steps, timeZone, locale }: Delivery<Event>): string =>
    JSON.stringify([steps.map((step) => ({ ...step, event: idOf(step.event) })), timeZone, locale]);
  const player = (subject: Subject<Event, World>, keep: Story<Event, World>[]) => {
    const played = new Map<string, Promise<Story<Event, World>>>();
    return (delivery: Delivery<Event>): Promise<Story<Event, World>> => {
      const key = keyOf(delivery);
      const known = played.get(key);
      if (known !== undefined) return known;
      const story = play(subject, delivery);
      played.set(key, story);
      void story.then((done) => keep.push(done));
      return story;
    };
  };
  const { trigger, subject, reference, timeZones, canary, directory, property } = setting;
  const playSubject = player(subject, stories);
  const { delivery } = tried;
  const first = delivery === undefined ? inOrder([tried.event]) : withSharedEvents(delivery);
  const base = () => playSubject(first);
  let steady: Promise<Steadiness> | undefined;
  return {
    case: tried,
    trigger,
    rules: subject.rules,
    timeZones,
    canary,
    directory,
    isQuick,
    stories,
    base,
    steady: () => {
      steady ??= steadinessOf(base, () => play(subject, first));
      return steady;
    },
    play: playSubject,
    ...(reference === undefined ? {} : { playReference: player(reference, []) }),
    ...(property === undefined ? {} : { property }),
  };
}

async function steadinessOf(
  first: () => Promise<Story<unknown>>,
  again: () => Promise<Story<unknown>>,
): Promise<Steadiness> {
  const [a, b] = [await first(), await again()];
  const mask = maskFor(a, b);
  const ownMask = clockMaskFor(a, b);
  const difference = differenceInLeft(a, b, ownMask);
  return {
    answer: endOf(a, mask) === endOf(b, mask),
    left: leftSame(a, b),
    times: endOf(a, ownMask) === endOf(b, ownMask) && difference.onlyA.length + difference.onlyB.length === 0,
  };
}
