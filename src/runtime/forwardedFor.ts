/** The proxy of the platform that a function is reached through last. */
export const platformProxy = '198.51.100.81';

/** What the client wrote, its address, and two proxies of the platform as captured. */
export function forwardedFor(written: string | undefined, remoteAddress: string): string {
  return [...(written === undefined ? [] : [written]), remoteAddress, platformProxy, '10.132.167.112'].join(
    ', ',
  );
}
