import { describeValue } from '../../kernel/describeValue.js';
import { Misuse } from '../../kernel/misuse.js';
import { apigwFrontEnd } from './apigwFrontEnd.js';
import { clbFrontEnd } from './clbFrontEnd.js';
import type { FrontEnd } from './frontEnd.js';
import { functionUrlFrontEnd } from './functionUrlFrontEnd.js';

/** Every front end that makes events of HTTP requests. */
export const frontEnds = [apigwFrontEnd, clbFrontEnd, functionUrlFrontEnd] as const;

/** How a front end of those known is set up. */
export type FrontEndConfig = ConfigOf<(typeof frontEnds)[number]>;
type ConfigOf<Each> = Each extends FrontEnd<infer Config> ? Config : never;

/** Which front end stands before the function, and how it is set up there. */
export type FrontEndOptions = OptionsOf<(typeof frontEnds)[number]>;
type OptionsOf<Each> =
  Each extends FrontEnd<infer Config, infer Name> ? { readonly kind: Name } & Config : never;

/**
 * The front end of that kind.
 *
 * @throws Misuse UNKNOWN_FRONT_END.
 * @example
 * frontEndNamed('clb').name; // 'clb'
 */
export function frontEndNamed(kind: string): FrontEnd {
  const found = frontEnds.find(({ name }) => name === kind);
  if (found !== undefined) return found;
  throw new Misuse(
    'UNKNOWN_FRONT_END',
    `Cannot put ${describeValue(kind)} before a function: it takes no HTTP requests. Take one of ${frontEnds.map(({ name }) => name).join(', ')}.`,
  );
}
