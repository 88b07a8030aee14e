import { randomBytes } from 'node:crypto';
import { isMainThread } from 'node:worker_threads';
import { deliveryRulesOf } from '../../kernel/delivery.js';
import { Misuse } from '../../kernel/misuse.js';
import { nearest } from '../../kernel/nearest.js';
import type { OptionSpecs } from '../../kernel/trigger.js';
import type { FuzzOptions, HandlerFactory, Seen } from '../fuzzOptions.js';
import { oracles } from '../oracles/index.js';
import type { Oracle } from '../oracles/oracle.js';
import { warmCold } from '../oracles/redelivery.js';
import { effect } from '../play/effects/recorder.js';
import type { Story, Subject } from '../play/story.js';
import type { Watchdog } from '../play/watchdog.js';
import type { TrialSetting } from './trial.js';

/** The last two are 25 hours apart: whatever the time is, some zones disagree on the day. */
const usualZones = ['UTC', 'Asia/Shanghai', 'America/New_York', 'Pacific/Kiritimati', 'Pacific/Pago_Pago'];

/** What all trials have in common, from the options. */
export function settingOf<Event, Specs extends OptionSpecs, World>(
  factory: HandlerFactory<Event, World>,
  options: FuzzOptions<Event, Specs, World>,
  watchdog: Watchdog,
): TrialSetting<Event, World> {
  const { trigger, reference, property, setup } = options;
  if (options.reuse === true && setup !== undefined) {
    throw new Misuse(
      'REUSE_WITH_SETUP',
      'Cannot reuse a handler that is made with a world of its own: every case has a new one. Leave out reuse or setup.',
    );
  }
  if (options.deliveries && property === undefined && reference === undefined) {
    throw new Misuse(
      'DELIVERIES_WITHOUT_JUDGE',
      'Cannot play drawn deliveries: nothing says what must hold for them. Give a property or a reference, or leave out deliveries.',
    );
  }
  const canary = `scf-fixtures-canary-${randomBytes(6).toString('hex')}`;
  const subject = (create: HandlerFactory<Event, World>): Subject<Event, World> => ({
    create: options.reuse === true ? once(create) : create,
    setup: async () => (setup === undefined ? (undefined as World) : setup({ effect })),
    rules: deliveryRulesOf(trigger),
    traceOf: options.traceOf,
    timeoutMs: options.timeoutMs ?? 3000,
    env: { TENCENTCLOUD_SECRETKEY: canary, TENCENTCLOUD_SESSIONTOKEN: canary, ...options.env },
    watchdog,
  });
  return {
    trigger,
    subject: subject(factory),
    reference: reference === undefined ? undefined : subject(reference),
    timeZones: isMainThread ? (options.timeZones ?? usualZones) : [],
    canary,
    directory: options.directory,
    property: property === undefined ? undefined : (story) => propertyProblem(property, story),
  };
}

/** What makes the handler the first time, and gives the same one from then on. */
function once<Event, World>(create: HandlerFactory<Event, World>): HandlerFactory<Event, World> {
  let made: ReturnType<typeof create> | undefined;
  return (world) => {
    made ??= create(world);
    return made;
  };
}

async function propertyProblem<Event, World>(
  property: (seen: Seen<Event, World>) => unknown,
  story: Story<Event, World>,
): Promise<string | undefined> {
  for (const { attempt, outcome } of story.visits) {
    if (!outcome.ok) continue;
    try {
      const seen = { event: attempt.event, result: outcome.result, story, world: story.world };
      if ((await property(seen)) === false) return 'The property does not hold.';
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }
  return undefined;
}

/**
 * The oracles to ask.
 *
 * @throws Misuse UNKNOWN_ORACLE for a switch that belongs to none.
 */
export function askedOracles<Event, World>(
  {
    oracles: switches = {},
    reuse = false,
  }: Pick<FuzzOptions<Event, OptionSpecs, World>, 'oracles' | 'reuse'>,
  { subject }: TrialSetting<Event, World>,
): readonly Oracle[] {
  const names = oracles.map((oracle) => oracle.name);
  for (const name of Object.keys(switches)) {
    if (names.includes(name)) continue;
    const near = nearest(name, names);
    throw new Misuse(
      'UNKNOWN_ORACLE',
      `Cannot switch the oracle "${name}": there is none. ${near === undefined ? `There are ${names.join(', ')}.` : `Did you mean "${near}"?`}`,
    );
  }
  return oracles.filter(({ name, applies }) => {
    const given = switches[name] ?? true;
    if (reuse && name === warmCold.name) return false;
    return given === true && applies(subject.rules as Parameters<typeof applies>[0]);
  });
}
