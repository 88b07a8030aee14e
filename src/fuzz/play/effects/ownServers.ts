import net from 'node:net';
import { type Patch, replaced } from '../../../runtime/patches.js';
import { currentRecorder } from './recorder.js';

/** Where a connection leads: a port of a host, or a socket of the file system. */
export type Target = { readonly host: string; readonly port: number } | { readonly path: string };

const loopback = /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\]|0\.0\.0\.0|::)$/i;

/** True for names and addresses of this machine. */
export function isLoopback(host: string): boolean {
  return loopback.test(host);
}

/** Servers that began to listen while the patch was there; an unreferenced one is in no list that Node keeps. */
const listening = new Set<WeakRef<net.Server>>();

/** Notes the servers of this process. */
export function notedServers(): Patch {
  return replaced(net.Server.prototype, 'listen', (original) => {
    const listen = function (this: net.Server, ...args: unknown[]): net.Server {
      listening.add(new WeakRef(this));
      currentRecorder()?.surroundings.resources?.add(this);
      return Reflect.apply(original(), this, args) as net.Server;
    };
    return listen as net.Server['listen'];
  });
}

/** True for a server of this process, such as the one that an adapter keeps for its app, or a test for its handler. */
export function isOwnServer(target: Target): boolean {
  return servers().some((server) => {
    const address = addressOf(server);
    if (address === null) return false;
    if (typeof address === 'string') return 'path' in target && target.path === address;
    return 'port' in target && target.port === address.port && isLoopback(target.host);
  });
}

/** Where it listens; null as well when another server took its handle and closed it, of which Node throws. */
function addressOf(server: net.Server): ReturnType<net.Server['address']> {
  try {
    return server.address();
  } catch {
    return null;
  }
}

function servers(): net.Server[] {
  const noted = [...listening].flatMap((reference) => {
    const server = reference.deref();
    if (server === undefined) listening.delete(reference);
    return server ?? [];
  });
  const active: unknown = Reflect.get(process, '_getActiveHandles');
  const handles = typeof active === 'function' ? (Reflect.apply(active, process, []) as unknown[]) : [];
  return [...noted, ...handles.filter((handle) => handle instanceof net.Server)];
}
