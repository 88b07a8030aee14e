import { request } from 'node:http';

/** A request as it is written. */
export interface Sent {
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Uint8Array;
}

/** An answer with its whole body. */
export interface Received {
  readonly status: number;
  readonly body: Buffer;
}

/** Sends a request over plain HTTP, as it is, on a connection of its own. */
export function exchange(
  { url, timeoutMs }: { readonly url: URL; readonly timeoutMs: number },
  { method, target, headers, body }: Sent,
): Promise<Received> {
  return new Promise((answered, failed) => {
    const sent = request({
      host: url.hostname.replace(/^\[|\]$/g, ''),
      port: url.port || 80,
      method,
      path: target,
      agent: false,
      signal: AbortSignal.timeout(timeoutMs),
    });
    sent.on('error', (error) =>
      failed(error.name === 'AbortError' ? new Error(`no answer within ${timeoutMs} ms`) : error),
    );
    sent.once('response', async (response) => {
      try {
        const chunks: Buffer[] = [];
        for await (const chunk of response) chunks.push(chunk as Buffer);
        answered({ status: response.statusCode ?? 0, body: Buffer.concat(chunks) });
      } catch (error) {
        failed(error);
      }
    });
    // Node writes the signs of a header as bytes.
    for (const [name, value] of headers) sent.appendHeader(name, Buffer.from(value).toString('latin1'));
    const isChunked = headers.some(([name]) => /^transfer-encoding$/i.test(name));
    if (!isChunked && (body.byteLength > 0 || !['GET', 'HEAD', 'DELETE', 'OPTIONS'].includes(method)))
      sent.setHeader('Content-Length', body.byteLength);
    sent.end(body);
  });
}
