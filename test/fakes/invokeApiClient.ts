import { setupServer } from 'msw/node';
import { scf } from 'tencentcloud-sdk-nodejs-scf';
import { onTestFinished } from 'vitest';
import { type FakeInvokeApiOptions, fakeInvokeApi } from '../../src/fakes/index.js';

export const credentials = { secretId: 'AKID-EXAMPLE-0001', secretKey: 'EXAMPLE-KEY-0001' };
export const greet = async (event: { name?: string }) => `Hello ${event.name}`;

/** A listening fake and a client of the vendor's SDK. */
export function listening(options: Partial<FakeInvokeApiOptions> = {}, client: ClientOptions = {}) {
  const api = fakeInvokeApi({ credentials, functions: { greet }, ...options });
  const server = setupServer(...api.handlers);
  server.listen({ onUnhandledRequest: 'error' });
  onTestFinished(() => server.close());
  return { api, sdk: sdkClient(client) };
}

interface ClientOptions {
  readonly endpoint?: string;
  readonly protocol?: string;
  readonly reqMethod?: 'GET' | 'POST';
  readonly credential?: { secretId: string; secretKey: string; token?: string };
  readonly region?: string;
}

/** The vendor's client as its users make it. */
export function sdkClient({
  credential = credentials,
  region = 'ap-guangzhou',
  ...httpProfile
}: ClientOptions) {
  return new scf.v20180416.Client({ credential, region, profile: { httpProfile } });
}

/** The code and message that the SDK rejects with. */
export async function refusal(promise: Promise<unknown>): Promise<string> {
  const error: unknown = await promise.then(
    () => 'not refused',
    (reason: unknown) => reason,
  );
  if (!(error instanceof Error)) return String(error);
  return `${Reflect.get(error, 'code')}: ${error.message}`;
}
