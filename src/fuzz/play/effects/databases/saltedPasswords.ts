import crypto from 'node:crypto';
import { type Patch, replaced } from '../../../../runtime/patches.js';

/** The salts that servers that are played have given, and what a client has derived with them from its password. */
const keys = new Map<string, Buffer | undefined>();

/** A client will derive a key with this salt. */
export function notedSalt(salt: Buffer): void {
  keys.set(salt.toString('hex'), undefined);
}

/** The key of a login, once; undefined where nobody in this process has derived it. */
export function derivedFrom(salt: Buffer): Buffer | undefined {
  const name = salt.toString('hex');
  const key = keys.get(name);
  keys.delete(name);
  return key;
}

type Call = (...args: unknown[]) => unknown;

/**
 * Notes what is derived with a salt of ours. By that a server that is played can show that it knows a password which it has
 * never seen, as SCRAM wants it.
 */
export function notedDerivations(): Patch[] {
  const owner: object = crypto;
  return [
    replaced(owner, 'pbkdf2', (original): Call => {
      return (...args) => {
        const derive = original() as Call;
        const [salt, done] = [args[1], args.at(-1)];
        if (!isOurs(salt) || typeof done !== 'function') return derive(...args);
        return derive(...args.slice(0, -1), (error: unknown, key: Buffer) => {
          if (Buffer.isBuffer(key)) keys.set(Buffer.from(salt).toString('hex'), key);
          Reflect.apply(done, undefined, [error, key]);
        });
      };
    }),
    replaced(owner, 'pbkdf2Sync', (original): Call => {
      return (...args) => {
        const derive = original() as Call;
        const key = derive(...args);
        if (isOurs(args[1]) && Buffer.isBuffer(key)) keys.set(Buffer.from(args[1]).toString('hex'), key);
        return key;
      };
    }),
  ];
}

function isOurs(salt: unknown): salt is Uint8Array {
  return keys.size > 0 && salt instanceof Uint8Array && keys.has(Buffer.from(salt).toString('hex'));
}
