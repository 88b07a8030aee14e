import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { createServer, type ListenOptions } from 'node:net';
import { ownerVariable } from './groupWatcher.js';

/** A port that no other start of ours takes until it is given back. */
export interface ReservedPort {
  readonly port: number;
  release(): void;
}

const listening = '0A';
/** Below are ports that servers have by habit, or that need rights. */
const [firstPort, lastPort] = [10_000, 65_535];
/** Ports that the system hands out itself; those of IANA where it does not say: https://www.rfc-editor.org/rfc/rfc6335 */
const usualRange = [49_152, 65_535] as const;
const fewestPorts = 1000;
const mostTries = 100;

/**
 * Reserves a port on which nothing listens; any such when it is 0. Between now and the moment in which a server listens on
 * it, no other instance of this program or of another of ours is given the same, and no program that leaves it to the
 * system which port it has.
 *
 * @returns undefined when it is taken.
 */
export async function reservePort(port: number): Promise<ReservedPort | undefined> {
  if (port !== 0) return reserved(port);
  const own = portsToTake();
  for (let tries = 0; tries < mostTries && own !== undefined; tries++) {
    const found = await reserved(own[0] + Math.floor(Math.random() * (own[1] - own[0] + 1)));
    if (found !== undefined) return found;
  }
  return reserved(0);
}

/** Ports, the last one included, that the system hands to nobody who does not name them; undefined where that leaves few. */
function portsToTake(): readonly [first: number, last: number] | undefined {
  const told = read('/proc/sys/net/ipv4/ip_local_port_range').trim().split(/\s+/).map(Number);
  const [low = 0, high = 0] = told.length === 2 ? told : usualRange;
  const ranges = [[firstPort, low - 1] as const, [Math.max(firstPort, high + 1), lastPort] as const];
  return ranges.find(([first, last]) => last - first >= fewestPorts);
}

async function reserved(port: number): Promise<ReservedPort | undefined> {
  if (port === 0) {
    const free = await portOf({ port, host: '0.0.0.0' });
    return free === undefined ? undefined : ((await reserved(free)) ?? reserved(0));
  }
  // Who has reserved it is about to listen: it is not even tried meanwhile, which would take it for a moment.
  const release = await held(port);
  if (release === undefined) return undefined;
  if ((await portOf({ port, host: '0.0.0.0' })) !== undefined) return { port, release };
  release();
  return undefined;
}

/** Listens for a moment, and tells on which port; undefined when that is taken. */
function portOf(options: ListenOptions): Promise<number | undefined> {
  return new Promise((told) => {
    const server = createServer().once('error', () => told(undefined));
    server.listen(options, () => {
      const address = server.address();
      server.close(() => told(typeof address === 'object' ? address?.port : undefined));
    });
  });
}

/** Keeps a port for who is about to listen there until it is told to end; undefined when somebody else does. */
function held(port: number): Promise<(() => void) | undefined> {
  // A name of Linux that is gone with its process; elsewhere there is none of that kind.
  if (process.platform !== 'linux') return Promise.resolve(() => undefined);
  return new Promise((told) => {
    const server = createServer().unref();
    // Where such names are not allowed, nobody else holds one either.
    server.once('error', ({ code }: NodeJS.ErrnoException) =>
      told(code === 'EADDRINUSE' ? undefined : () => undefined),
    );
    server.listen({ path: `\0scf-fixtures-port-${port}` }, () => told(() => void server.close()));
  });
}

/** What `/proc` says of who listens on a port, in the network of a process. */
export function listenersOn(port: number, pid: number | 'self' = 'self'): readonly (readonly string[])[] {
  const hex = port.toString(16).toUpperCase().padStart(4, '0');
  return ['tcp', 'tcp6']
    .flatMap((name) => read(`/proc/${pid}/net/${name}`).split('\n'))
    .map((line) => line.trim().split(/\s+/))
    .filter(([, local, , state]) => local?.endsWith(`:${hex}`) && state === listening);
}

/**
 * Whether what listens on a port belongs to a process or to what it has started, as far as this system tells; true where
 * it does not.
 */
export function ownsPort(pid: number, port: number): boolean {
  const sockets = listenersOn(port).map((fields) => `socket:[${fields[9]}]`);
  if (sockets.length === 0) return true;
  const mark = new RegExp(`(?:^|\0)${ownerVariable}=([^\0]*)`).exec(read(`/proc/${pid}/environ`))?.[0];
  return readdirSync('/proc').some((name) => {
    if (!/^\d+$/.test(name)) return false;
    const isOfFamily =
      sessionOf(name) === String(pid) ||
      (mark !== undefined && read(`/proc/${name}/environ`).includes(mark.replace('\0', '')));
    return isOfFamily && filesOf(name).some((file) => sockets.includes(file));
  });
}

function sessionOf(pid: string): string | undefined {
  const text = read(`/proc/${pid}/stat`);
  return text.slice(text.lastIndexOf(')') + 2).split(' ')[3];
}

function filesOf(pid: string): string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).map((fd) => {
      try {
        return readlinkSync(`/proc/${pid}/fd/${fd}`);
      } catch {
        return '';
      }
    });
  } catch {
    return [];
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
