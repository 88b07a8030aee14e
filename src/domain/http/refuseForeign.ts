/** Whose requests a server on this machine answers. */
export interface ClientRules {
  /** The address that it listens on; a loopback one when left out. */
  readonly host?: string;
  /** Names of hosts beside those of this machine: `shop.test`, `.shop.test` with all below it, `*` for any. */
  readonly allowHosts?: readonly string[];
}

/** What a browser says of a request, as far as it matters here. */
export interface ClientHeaders {
  readonly host?: string | undefined;
  readonly origin?: string | undefined;
}

/** Why a request is refused. */
export interface ClientRefusal {
  readonly status: 400 | 403;
  readonly reason: string;
}

const everyAddress = ['0.0.0.0', '[::]'];
const isLoopback = (name: string) => /^(?:localhost|.*\.localhost|127(?:\.\d+){3}|\[::1\])$/.test(name);
const isAddress = (name: string) => /^(?:\d+(?:\.\d+){3}|\[[\da-f:.]+\])$/.test(name);

/**
 * Refuses what a page of another site sends to this machine, be it by a name that it makes point here (`Host`) or as a
 * request of its own (`Origin`). Names of this machine are always allowed, and so is a client that sends neither.
 *
 * @example
 * refuseForeign({ host: 'localhost:9000', origin: 'http://127.0.0.1:5173' }); // undefined
 * refuseForeign({ host: 'evil.example:9000' })?.status; // 403
 */
export function refuseForeign(
  { host, origin }: ClientHeaders,
  rules: ClientRules = {},
): ClientRefusal | undefined {
  const name = host === undefined ? 'localhost' : nameIn(`http://${host}`);
  if (name === undefined) return { status: 400, reason: 'its Host is not valid' };
  if (!isAllowed(name, rules)) return { status: 403, reason: `its Host ${name} is not this machine` };
  if (origin === undefined) return undefined;
  const page = nameIn(origin);
  if (page !== undefined && (page === name || isAllowed(page, rules))) return undefined;
  return { status: 403, reason: `it comes from a page of ${page ?? origin}, not of this machine` };
}

function nameIn(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).hostname.replace(/\.$/, '') || undefined : undefined;
}

function isAllowed(name: string, { host = '127.0.0.1', allowHosts = [] }: ClientRules): boolean {
  const listening = nameIn(`http://${host.includes(':') ? `[${host}]` : host}`);
  if (isLoopback(name) || name === listening) return true;
  if (everyAddress.includes(listening ?? '') && isAddress(name)) return true;
  return allowHosts.some((allowed) => matches(name, allowed.toLowerCase()));
}

function matches(name: string, allowed: string): boolean {
  if (allowed === '*') return true;
  return allowed.startsWith('.') ? name.endsWith(allowed) || name === allowed.slice(1) : name === allowed;
}
