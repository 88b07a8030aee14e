import type { Oracle, Violation } from '../oracles/oracle.js';

/** A failure that is not judged, as a note tells it: `crash ("Cannot read …")`. */
export function toldDoubt(
  { name }: Pick<Oracle, 'name'>,
  { detail }: Pick<Violation<unknown>, 'detail'>,
): string {
  const [first = ''] = detail.split(/\n|(?<=\.)\s/, 1);
  return `${name} (“${first.replace(/\.$/, '')}”)`;
}
