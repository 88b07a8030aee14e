import { forwardedFor, platformProxy } from './forwardedFor.js';
import { type HeaderFacts, scfHeaders } from './scfHeaders.js';

/** Headers that a client cannot set. */
export const ofPlatform = /^(?:x-scf-.*|x-forwarded-for|x-real-ip)$/i;

/** Those of one connection, which a proxy does not pass on, and `Expect`, which it answers itself. */
export const ofConnection =
  /^(?:connection|keep-alive|proxy-connection|proxy-authenticate|proxy-authorization|te|trailer|transfer-encoding|upgrade|expect)$/i;

/**
 * What the platform adds to each request of a web function: https://cloud.tencent.com/document/product/583/56124
 *
 * @param written the X-Forwarded-For of the client.
 */
export function addedHeaders(
  facts: HeaderFacts,
  { written, address }: { readonly written: string | undefined; readonly address: string },
): Record<string, string> {
  return {
    'X-Forwarded-For': forwardedFor(written, address),
    'X-Real-IP': platformProxy,
    ...scfHeaders(facts),
  };
}
