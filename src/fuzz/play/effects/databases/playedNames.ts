import { isObject } from '../../../../kernel/json.js';
import type { Target } from '../ownServers.js';

/** Servers whose clients look for their addresses before they connect, by what their names begin with: `smtp.qq.com`. */
export function isMailServer(host: string): boolean {
  return /^(smtp|mail|mx|email|exmail)[\w-]*\./i.test(host);
}

/** Addresses for the names of servers that are played, out of a block that no network uses (RFC 2544). */
export class PlayedNames {
  readonly #addresses = new Map<string, string>();
  readonly #hosts = new Map<string, string>();

  addressOf(host: string): string {
    const number = this.#hosts.size + 1;
    const address = this.#addresses.get(host) ?? `198.18.${number >> 8}.${number & 0xff}`;
    this.#addresses.set(host, address);
    this.#hosts.set(address, host);
    return address;
  }

  /** The same target by its name, where its address was given here. */
  named(target: Target | undefined): Target | undefined {
    if (target === undefined || 'path' in target) return target;
    return { ...target, host: this.#hosts.get(target.host) ?? target.host };
  }
}

/** The name under which a cluster of MongoDB says where its servers are: https://www.mongodb.com/docs/manual/reference/connection-string/ */
const ofCluster = /^_mongodb\._tcp\.(.+)$/i;

/** The records that a look-up asks for: `SRV` of `resolveSrv(name)` and `resolve(name, 'SRV')`. */
export function recordsAskedFor(look: string, args: readonly unknown[]): string {
  if (look === 'resolve') return typeof args[1] === 'string' ? args[1] : 'A';
  return look.replace('resolve', '').toUpperCase();
}

/** The cluster whose servers are asked for by a name: `db.example.com` of `_mongodb._tcp.db.example.com`. */
export function clusterAskedFor(records: string, host: string): string | undefined {
  return records === 'SRV' ? ofCluster.exec(host)?.[1] : undefined;
}

/** The one server of a cluster, which its client looks for within its domain. */
export function serversOf(cluster: string): readonly object[] {
  return [{ name: `shard-00-00.${cluster}`, port: 27_017, priority: 0, weight: 0 }];
}

export function noRecord(host: string): Error {
  return Object.assign(new Error(`queryTxt ENODATA ${host}`), { code: 'ENODATA', hostname: host });
}

/** Clients of servers that are played look up where they are connected to, or will be. */
export function playedLookup(name: string, args: readonly unknown[], address: string): unknown {
  const found = { address, family: 4 };
  const isAll = args.some((arg) => isObject(arg) && arg.all === true);
  const done = args.at(-1);
  const missing =
    name === 'resolve6' ? Object.assign(new Error('no such address'), { code: 'ENODATA' }) : null;
  const isLookup = name === 'lookup';
  if (typeof done !== 'function') {
    if (missing !== null) return Promise.reject(missing);
    return Promise.resolve(isLookup ? (isAll ? [found] : found) : [address]);
  }
  const told = isLookup ? (isAll ? [[found]] : [address, 4]) : [[address]];
  setImmediate(() => Reflect.apply(done, undefined, missing === null ? [null, ...told] : [missing]));
  return {};
}
