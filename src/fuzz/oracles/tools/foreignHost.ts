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

/** True for an address that a browser takes for one of the foreign host. */
export function isForeign(address: string): boolean {
  const base = 'https://own.invalid/';
  if (!URL.canParse(address, base)) return false;
  const { hostname } = new URL(address, base);
  return hostname === foreign || hostname.endsWith(`.${foreign}`);
}

/** The host of a text that is an address, or a host itself. */
export function hostIn(text: string): string | undefined {
  const address = /^[a-z][\w+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(address)) return undefined;
  const { hostname } = new URL(address);
  return /^[\w-]+(?:\.[\w-]+)+$/.test(hostname) ? hostname : undefined;
}
