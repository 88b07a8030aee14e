import { dirname } from 'node:path';

/** The directory that fits, from one upwards. */
export function firstAbove(from: string, fits: (directory: string) => boolean): string | undefined {
  for (let at = from; ; at = dirname(at)) {
    if (fits(at)) return at;
    if (dirname(at) === at) return undefined;
  }
}
