import dns from 'node:dns';
import net from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import { deepError, type Patch, replaced } from '../../../runtime/patches.js';
import {
  clusterAskedFor,
  isMailServer,
  noRecord,
  type PlayedNames,
  playedLookup,
  recordsAskedFor,
  serversOf,
} from './databases/playedNames.js';
import { isOfClient } from './databases/protocolOf.js';
import { isLoopback } from './ownServers.js';
import { currentRecorder, type Recorder } from './recorder.js';

type Call = (this: unknown, ...args: unknown[]) => unknown;

/** All that this version of Node looks up: new ones come along, such as `resolveTlsa` of 22.15. */
const lookups = Object.keys(dns).filter((name) => /^(lookup|resolve|reverse)/.test(name));

/** Look-ups of names: those of servers that are played are answered, others refused. */
export function guardedLookups(names: PlayedNames): Patch[] {
  return lookups.flatMap((name) => [
    guardedLookup(dns, name, names),
    guardedLookup(dns.Resolver.prototype, name, names),
    guardedLookup(dns.promises, name, names),
    guardedLookup(dns.promises.Resolver.prototype, name, names),
  ]);
}

function guardedLookup(owner: object, name: string, names: PlayedNames): Patch {
  return replaced(owner, name, (original) => {
    const before = original();
    if (typeof before !== 'function') return before;
    const lookup: Call = function (this: unknown, ...args) {
      const recorder = currentRecorder();
      const host = String(args[0] ?? '');
      const records = recordsAskedFor(name, args);
      const cluster = clusterAskedFor(records, host);
      // An address is looked up here; its name, and records of it, are asked for outside.
      const isKnown = isLoopback(host) || host === '' || (name === 'lookup' && net.isIP(host) !== 0);
      if (recorder === undefined || isKnown || mayLookUp(recorder, cluster ?? host))
        return Reflect.apply(original() as Call, this, args);
      const { databases } = recorder.surroundings;
      if (cluster !== undefined) databases.play(cluster);
      const isPlayed = (): boolean =>
        databases.isPlayed(host) || isMailServer(host) || isOfClient(deepError().stack ?? '');
      if (/^(lookup|resolve[46])$/.test(name) && isPlayed())
        return playedLookup(name, args, names.addressOf(host));
      const done = args.at(-1);
      const answer =
        cluster === undefined ? noRecords(recorder, host, records) : Promise.resolve(serversOf(cluster));
      if (typeof done !== 'function') return answer.then(orThrown);
      void answer.then((found) =>
        Reflect.apply(done, undefined, found instanceof Error ? [found] : [null, found]),
      );
      return {};
    };
    return Object.defineProperties(lookup, Object.getOwnPropertyDescriptors(before));
  });
}

/** A cluster whose servers are asked for in the same turn as its options, which stand in a text, has no options there. */
async function noRecords(recorder: Recorder, host: string, records: string): Promise<Error> {
  if (records === 'TXT') {
    await turn();
    if (recorder.surroundings.databases.isPlayed(host)) return noRecord(host);
  }
  return recorder.refuse(`dns ${host}`, 'ENOTFOUND');
}

function orThrown<Found>(found: Found): Found {
  if (found instanceof Error) throw found;
  return found;
}

function mayLookUp(recorder: Recorder, host: string): boolean {
  return recorder.surroundings.allowed.net.some((one) => one === host || one.startsWith(`${host}:`));
}
