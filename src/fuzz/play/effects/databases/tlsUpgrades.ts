import type net from 'node:net';
import tls from 'node:tls';
import { isObject } from '../../../../kernel/json.js';
import { type Patch, replaced } from '../../../../runtime/patches.js';
import { continueOver, isServed } from './serveInProcess.js';

/** The socket that a connection by TLS goes over, in the options of one that is told to connect by itself. */
const carrier = Symbol('carrier');

/**
 * Clients that change to TLS on a connection that is served in this process (`STARTTLS`, `ssl` of MySQL and PostgreSQL)
 * go on without a handshake: nobody here has the key of a server.
 */
export function playedUpgrades(): Patch[] {
  return [
    replaced(tls, 'connect', (original) => {
      const connect = (...args: unknown[]): tls.TLSSocket => {
        const own = args.map((arg) =>
          isObject(arg) && isServed(arg.socket) ? { ...arg, socket: undefined, [carrier]: arg.socket } : arg,
        );
        return Reflect.apply(original(), tls, own) as tls.TLSSocket;
      };
      return connect as typeof tls.connect;
    }),
    replaced(tls, 'TLSSocket', (original) => {
      return new Proxy(original(), {
        construct(_target, [plain, ...rest], self) {
          if (!isServed(plain)) return Reflect.construct(original(), [plain, ...rest], self);
          const secure = Reflect.construct(original(), [undefined, ...rest], self) as tls.TLSSocket;
          continueOver(secure, plain, { event: 'secure' });
          // The handshake, which is left out.
          return Object.assign(secure, { _start: () => undefined });
        },
      });
    }),
  ];
}

/** Connects a socket that goes over one that is served; false for others. */
export function connectOver(socket: net.Socket, args: readonly unknown[]): boolean {
  const [options] = Array.isArray(args[0]) ? (args[0] as unknown[]) : args;
  if (!isObject(options)) return false;
  const plain: unknown = Reflect.get(options, carrier);
  if (!isServed(plain) || !(socket instanceof tls.TLSSocket)) return false;
  const { servername } = options;
  const name = typeof servername === 'string' && servername !== '' ? servername : undefined;
  continueOver(socket, plain, { event: 'secureConnect', name });
  return true;
}
