import { describeValue } from '../../kernel/describeValue.js';
import { Misuse } from '../../kernel/misuse.js';
import { apigwFrontEnd } from './apigwFrontEnd.js';
import { clbFrontEnd } from './clbFrontEnd.js';
import type { FrontEnd } from './frontEnd.js';
import { functionUrlFrontEnd } from './functionUrlFrontEnd.js';

/** Every front end that makes events of HTTP requests. */
export const frontEnds = [apigwFrontEnd, clbFrontEnd, functionUrlFrontEnd] as const;

/** How a front end is set up. */
export type FrontEndConfig = Parameters<(typeof frontEnds)[number]['responseKind']>[0];

/** Which front end stands before the function, and how it is set up there. */
export type FrontEndOptions = {
  [Each in (typeof frontEnds)[number] as Each['name']]: { readonly kind: Each['name'] } & Parameters<
    Each['responseKind']
  >[0];
}[(typeof frontEnds)[number]['name']];

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
