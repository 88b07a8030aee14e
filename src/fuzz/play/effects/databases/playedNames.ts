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
