import { resolve } from 'node:path';
import { Misuse } from '../../src/core.js';
import type { ServeOptions } from '../../src/fakes/index.js';
import { isWebFunction } from '../../src/runtime/index.js';
import type { Io } from '../shared/io.js';
import { wholeNumber } from '../shared/options.js';

/** What is otherwise when a web function is served: it has port 9000 itself. */
export const webFunctions = { kind: 'web', port: '8000' };

/** What only functions that get events can have, and what only web functions can. */
interface Flags {
  readonly kind?: string;
  readonly port?: string;
  readonly transfer?: string;
  readonly cleanup?: string;
  readonly record?: string;
  readonly command?: string;
  readonly functionPort?: string;
  readonly concurrency?: string;
  readonly websocketIdle?: string;
}

/** Whether a folder is served as the web function that it is. */
export function isServedAsWeb(
  handler: string | undefined,
  { kind }: Flags,
  { cwd }: Pick<Io, 'cwd'>,
): boolean {
  if (handler === undefined) return false;
  return kind === undefined ? isWebFunction(resolve(cwd, handler)) : kind === webFunctions.kind;
}

/** @throws Misuse CONTRADICTING_FLAGS for a flag that the function cannot have. */
export function requireWebFlags(flags: Flags, isWeb: boolean): void {
  const ofEvents = ['transfer', 'cleanup', 'command', 'functionPort'] as const;
  const ofWeb = ['concurrency', 'websocketIdle'] as const;
  const given = (isWeb ? ofEvents : ofWeb).find((name) => flags[name] !== undefined);
  if (given === undefined) return;
  const flag = `--${given.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  throw new Misuse(
    'CONTRADICTING_FLAGS',
    isWeb
      ? `Cannot take ${flag} for a web function: that is for functions which get events, and a web function is started by scf_bootstrap and gets requests. Leave it out.`
      : `Cannot take ${flag} for a function that gets events: that is for web functions. Leave it out, or name the folder of a web function.`,
  );
}

/** How many requests an instance takes, how long a WebSocket may say nothing, and whether requests are recorded. */
export function webOptions({
  concurrency,
  websocketIdle,
  record,
}: Flags): Pick<ServeOptions, 'concurrency' | 'websocketIdleMs' | 'keepBodies'> {
  return {
    ...(record === undefined ? {} : { keepBodies: true }),
    ...(concurrency === undefined ? {} : { concurrency: wholeNumber('--concurrency', concurrency, 1, 100) }),
    ...(websocketIdle === undefined
      ? {}
      : { websocketIdleMs: wholeNumber('--websocket-idle', websocketIdle, 1, 86_400_000) }),
  };
}

/** The port that somebody has named. */
export function portOf({ port }: Flags): { readonly port?: string } {
  return port === undefined ? {} : { port };
}
