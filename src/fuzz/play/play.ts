import { withWorldChance } from './chance/executionChance.js';
import { type Delivery, deliver } from './delivery.js';
import type { Execution, Subject } from './execution.js';
import { Player } from './player.js';
import { inTimeZone } from './timeZone.js';
import { endWorld, stateOf, worldOf } from './world.js';

/** Plays a delivery: a fresh world, an instance for every number in the delivery, and every invocation on record. */
export async function play<Event, World>(
  subject: Subject<Event, World>,
  delivery: Delivery<Event>,
): Promise<Execution<Event, World>> {
  // A function in a process of its own has its zone there.
  const zone = subject.hosted === undefined ? delivery.timeZone : undefined;
  return inTimeZone(zone, async () => {
    const keyless = new Set<string>();
    let execution: Execution<Event, World> | undefined;
    while (execution === undefined) execution = await playThrough(subject, delivery, keyless);
    return execution;
  });
}

/**
 * The execution, unless it wants playing again: the handler was stopped while it only waited, or failed since a table was
 * taken to refuse what it holds.
 */
async function playThrough<Event, World>(
  subject: Subject<Event, World>,
  delivery: Delivery<Event>,
  keyless: Set<string>,
): Promise<Execution<Event, World> | undefined> {
  const make = () => worldOf(subject);
  const world = await (subject.hasWorld ? withWorldChance(subject.chance, make) : make());
  const player = new Player(subject, { delivery, world, keyless });
  try {
    const delivered = await deliver(delivery, subject.rules, (attempt) => player.invoke(attempt));
    if (player.hasWaited || player.isMisled) return undefined;
    return player.execution(delivered, await stateOf(subject, world));
  } finally {
    await player.close().finally(() => endWorld(subject, world));
  }
}
