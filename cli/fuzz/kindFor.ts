import { resolve } from 'node:path';
import { Misuse } from '../../src/core.js';
import { isWebFunction } from '../../src/runtime/index.js';

/** What is tried on web functions. */
export const requests = 'web';

/** What the command line says of the kind, by either name of the flag. */
export interface KindFlags {
  readonly kind?: string;
  /** The name that `--kind` had before. */
  readonly trigger?: string;
}

/**
 * What sends the events of a function: what the user says; HTTP clients where it is a web function.
 *
 * @throws Misuse CONTRADICTING_FLAGS, NO_TRIGGER, WEB_FUNCTION.
 */
export function kindFor(handler: string, flags: KindFlags, cwd: string): string {
  const { kind = flags.trigger, trigger = kind } = flags;
  if (kind !== trigger)
    throw new Misuse(
      'CONTRADICTING_FLAGS',
      `Cannot fuzz ${handler} with --kind ${kind} and --trigger ${trigger}: both are names of one flag. Leave out one of them.`,
    );
  const isWeb = isWebFunction(resolve(cwd, handler.replace(/[\\/]?scf_bootstrap$/, '') || '.'));
  if (kind === undefined && !isWeb)
    throw new Misuse(
      'NO_TRIGGER',
      `Cannot fuzz ${handler}: nothing says what sends its events. Name it, such as --kind apigw; scf-fixtures list has all. Only a web function, a folder with a scf_bootstrap, needs none.`,
    );
  if (kind !== undefined && kind !== requests && isWeb)
    throw new Misuse(
      'WEB_FUNCTION',
      `Cannot give ${handler} an event: it is a web function, which is called over HTTP and not by ${kind}. Leave out --kind.`,
    );
  return kind ?? requests;
}
