import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { ApiRefusal } from './apiProblem.js';

/** A key pair of the cloud API. In tests, take values that are visibly none: `AKID-EXAMPLE-0001`. */
export interface ApiCredentials {
  readonly secretId: string;
  readonly secretKey: string;
  /** Session token of temporary credentials; requests must then carry it as `X-TC-Token`. */
  readonly token?: string;
}

/** A request as it came in: the signature is over these bytes. */
export interface SignedRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly body: Uint8Array;
}

/** How far `X-TC-Timestamp` may be from the clock of the API, in seconds. */
const maxSkewSeconds = 300;

const form =
  /^TC3-HMAC-SHA256\s+Credential=([^/\s,]+)\/(\d{4}-\d\d-\d\d)\/([^/\s,]+)\/tc3_request,\s*SignedHeaders=([^,\s]+),\s*Signature=([0-9a-f]{64})$/;

/**
 * Checks who signed a request, and that it is what was signed, by TC3-HMAC-SHA256.
 *
 * @throws ApiRefusal with the code of the platform.
 */
export function verifySignature(
  request: SignedRequest,
  known: readonly ApiCredentials[],
  nowUnixSeconds: number,
): void {
  const { headers } = request;
  const [, secretId, date, service, signed, signature] = form.exec(headers.get('authorization') ?? '') ?? [];
  if (signature === undefined || date === undefined || service === undefined || signed === undefined) {
    throw new ApiRefusal(
      'AuthFailure.InvalidAuthorization',
      'The Authorization header is invalid: expected TC3-HMAC-SHA256 Credential=…, SignedHeaders=…, Signature=….',
    );
  }
  const names = signed.split(';');
  for (const name of ['content-type', 'host']) {
    if (names.includes(name)) continue;
    throw new ApiRefusal(
      'AuthFailure.InvalidAuthorization',
      `The Authorization header is invalid: SignedHeaders must include ${name}.`,
    );
  }
  const timestamp = timestampOf(headers);
  if (Math.abs(nowUnixSeconds - timestamp) > maxSkewSeconds) {
    throw new ApiRefusal(
      'AuthFailure.SignatureExpire',
      `The signature has expired: X-TC-Timestamp ${timestamp} and the server time ${nowUnixSeconds} differ by more than five minutes.`,
    );
  }
  const credentials = known.find((one) => one.secretId === secretId);
  if (credentials === undefined) {
    throw new ApiRefusal(
      'AuthFailure.SecretIdNotFound',
      'The SecretId is not found, please ensure that your SecretId is correct.',
    );
  }
  const token = headers.get('x-tc-token') ?? undefined;
  if (token !== credentials.token) throw new ApiRefusal('AuthFailure.TokenFailure', 'The token is invalid.');
  const scope = { date, service, names, timestamp, secretKey: credentials.secretKey };
  const isToday = date === new Date(timestamp * 1000).toISOString().slice(0, 10);
  if (isToday && isServiceOf(request, service) && isSignedBy(request, scope, signature)) return;
  throw new ApiRefusal(
    'AuthFailure.SignatureFailure',
    'The provided credentials could not be validated. Please check your signature is correct.',
  );
}

function timestampOf(headers: Headers): number {
  const text = headers.get('x-tc-timestamp');
  if (text === null) {
    throw new ApiRefusal(
      'MissingParameter',
      'The request is missing a required parameter: the header X-TC-Timestamp.',
    );
  }
  if (/^\d{1,11}$/.test(text)) return Number(text);
  throw new ApiRefusal(
    'InvalidParameter',
    'The header X-TC-Timestamp is not valid: expected seconds since 1970.',
  );
}

/** The SDKs name the service after the first label of the endpoint, so that it is `127` at a server on 127.0.0.1. */
function isServiceOf({ headers, url }: SignedRequest, service: string): boolean {
  const endpoint = headers.get('host') ?? url.host;
  return service === 'scf' || service === endpoint.split('.')[0];
}

interface Scope {
  readonly date: string;
  readonly service: string;
  readonly names: readonly string[];
  readonly timestamp: number;
  readonly secretKey: string;
}

function isSignedBy(request: SignedRequest, scope: Scope, signature: string): boolean {
  const given = Buffer.from(signature, 'hex');
  const { date, service, timestamp, secretKey } = scope;
  const key = hmac(hmac(hmac(`TC3${secretKey}`, date), service), 'tc3_request');
  return canonicalForms(request, scope.names).some((canonical) => {
    const text = `TC3-HMAC-SHA256\n${timestamp}\n${date}/${service}/tc3_request\n${sha256(canonical)}`;
    return timingSafeEqual(hmac(key, text), given);
  });
}

/** The documents sign values in lower case and the host with its port, the vendor's Node SDK neither; both hold. */
function canonicalForms({ method, url, headers, body }: SignedRequest, names: readonly string[]): string[] {
  const host = headers.get('host') ?? url.host;
  const hash = sha256(body);
  const forms = [host, host.replace(/:\d+$/, '')].flatMap((shownHost) =>
    [(value: string) => value, (value: string) => value.toLowerCase()].map((shown) => {
      const lines = names.map((name) => {
        const value = name === 'host' ? shownHost : (headers.get(name) ?? '');
        return `${name}:${shown(value.trim())}\n`;
      });
      return [method, url.pathname, url.search.slice(1), lines.join(''), names.join(';'), hash].join('\n');
    }),
  );
  return [...new Set(forms)];
}

function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
