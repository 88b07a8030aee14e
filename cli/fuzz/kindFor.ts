import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { Misuse } from '../../src/core.js';
import { isWebFunction } from '../../src/runtime/index.js';
import { type DescribedFunction, eventKindsOf, triggerTypes } from '../../src/triggerdesc/index.js';
import { deploymentIn, handlerPath } from '../shared/deploymentFile.js';
import { isSameFunction } from '../shared/namedFunction.js';

/** What is tried on web functions. */
export const requests = 'web';

/** What the command line says of the kind, by either name of the flag. */
export interface KindFlags {
  readonly kind?: string;
  /** The name that `--kind` had before. */
  readonly trigger?: string;
}

/**
 * What sends the events of a function: what the user says, otherwise the only kind that its deployment file tells; HTTP
 * clients where it is a web function.
 *
 * @throws Misuse CONTRADICTING_FLAGS, NO_TRIGGER, WEB_FUNCTION.
 */
export async function kindFor(handler: string, flags: KindFlags, cwd: string): Promise<string> {
  const { kind = flags.trigger, trigger = kind } = flags;
  if (kind !== trigger)
    throw new Misuse(
      'CONTRADICTING_FLAGS',
      `Cannot fuzz ${handler} with --kind ${kind} and --trigger ${trigger}: both are names of one flag. Leave out one of them.`,
    );
  const isWeb = isWebFunction(resolve(cwd, handler.replace(/[\\/]?scf_bootstrap$/, '') || '.'));
  if (kind === undefined && !isWeb) {
    const [told, ...others] = await kindsTold(handler, cwd);
    if (told !== undefined && others.length === 0) return told;
    throw new Misuse(
      'NO_TRIGGER',
      `Cannot fuzz ${handler}: nothing says what sends its events. Name it, such as --kind apigw; scf-fixtures list has all. Only a web function, a folder with a scf_bootstrap, needs none.`,
    );
  }
  if (kind !== undefined && kind !== requests && isWeb)
    throw new Misuse(
      'WEB_FUNCTION',
      `Cannot give ${handler} an event: it is a web function, which is called over HTTP and not by ${kind}. Leave out --kind.`,
    );
  return kind ?? requests;
}

/** The kinds of events that the deployment file tells of a function, or of the only one that it describes. */
async function kindsTold(handler: string, cwd: string): Promise<readonly string[]> {
  const path = resolve(cwd, handler);
  const isFolder = existsSync(path) && statSync(path).isDirectory();
  const functions = (await deploymentIn(isFolder ? path : cwd))?.functions ?? [];
  const isMeant = (one: DescribedFunction) => isSameFunction(handlerPath(one) ?? '', handler);
  const found = functions.find(isMeant) ?? (isFolder && functions.length === 1 ? functions[0] : undefined);
  const types = found?.triggers.map(({ config }) => config.Type) ?? [];
  const known = types.filter((type) => triggerTypes.some((one) => one === type));
  return [...new Set(known.flatMap((type) => eventKindsOf(type)))];
}
