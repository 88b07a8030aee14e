/** A host that nobody has: https://www.rfc-editor.org/rfc/rfc6761#section-6.4 */
const foreign = 'x7q2.invalid';

/** Addresses of a foreign host, the plain one first; those that follow pass checks that look at the text alone. */
export function foreignAddresses(text: string): readonly string[] {
  const host = hostIn(text);
  const plain = [`https://${foreign}/`, `//${foreign}/`, `/\\${foreign}/`];
  if (host === undefined) return plain;
  return [
    ...plain,
    `https://${host}.${foreign}/`,
    `https://${host}@${foreign}/`,
    `https://${foreign}/?${text}`,
  ];
}

/** The foreign host said plainly, as an address or as a host alone like the text itself. */
export function plainlyForeign(text: string): string {
  return isAddress(text) ? `https://${foreign}/` : foreign;
}

/**
 * The loopback of the function, and where clouds tell an instance of itself, among others:
 * https://www.rfc-editor.org/rfc/rfc3927
 */
const innerHosts = ['127.0.0.1', '169.254.169.254'];

/** Hosts that only the function can reach, as addresses or as hosts alone like the text itself. */
export function innerAddresses(text: string): readonly string[] {
  if (!isAddress(text)) return innerHosts;
  return innerHosts.flatMap((host) => [`http://${host}/`, `https://${host}/`]);
}

/** True for an address of a host that only the function can reach. */
export function isInner(address: string): boolean {
  return innerHosts.includes(hostIn(address) ?? '');
}

/** True for an address that a browser takes for one of the foreign host. */
export function isForeign(address: string): boolean {
  const base = 'https://own.invalid/';
  if (!URL.canParse(address, base)) return false;
  const { hostname } = new URL(address, base);
  return hostname === foreign || hostname.endsWith(`.${foreign}`);
}

/** The host of a text that is an address, or a host itself. */
export function hostIn(text: string): string | undefined {
  const address = isAddress(text) ? text : `https://${text}`;
  if (!URL.canParse(address)) return undefined;
  const { hostname } = new URL(address);
  return /^[\w-]+(?:\.[\w-]+)+$/.test(hostname) ? hostname : undefined;
}

function isAddress(text: string): boolean {
  return /^[a-z][\w+.-]*:\/\//i.test(text);
}
