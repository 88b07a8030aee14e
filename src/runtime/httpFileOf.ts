import { isUtf8 } from 'node:buffer';
import { servedAt } from './curlOf.js';
import { bodyOf, headersToSend, targetOf, type WebRequest } from './webRequest.js';

/** A request as a file of requests has it. */
export interface HttpFileEntry {
  readonly text: string;
  /** The bytes of a body that such a file cannot hold, which stand in a file beside it. */
  readonly body?: Uint8Array;
}

/**
 * A request in the form of a `.http` file, which editors send: VS Code with REST Client, JetBrains.
 *
 * @param name what stands above it.
 * @param place where it goes, and the name of the file that holds a body which is no text.
 * @example
 * httpFileOf('first', { httpMethod: 'GET', path: '/', queryString: {}, headers: {}, sourceIp: '203.0.113.7' }).text;
 * // '### first\nGET http://127.0.0.1:8000/\n'
 */
export function httpFileOf(
  name: string,
  request: WebRequest,
  { url = servedAt, bodyFile = './body' }: { readonly url?: string; readonly bodyFile?: string } = {},
): HttpFileEntry {
  const body = bodyOf(request);
  const headers = headersToSend(request).filter(([header]) => !/^host$/i.test(header));
  const head = [
    `### ${name}`,
    `${request.httpMethod} ${url.replace(/\/$/, '')}${targetOf(request)}`,
    ...headers.map(([header, value]) => `${header}: ${value}`),
  ];
  if (body.length === 0) return { text: `${head.join('\n')}\n` };
  if (isInline(body)) return { text: `${[...head, '', body.toString()].join('\n')}\n` };
  return { text: `${[...head, '', `< ${bodyFile}`].join('\n')}\n`, body };
}

/** True for a text that no editor takes for the beginning of another request, or for the name of a file. */
function isInline(body: Buffer): boolean {
  return isUtf8(body) && !/^(?:###|< )|[^\P{Cc}\t\n]|\s$/mu.test(body.toString());
}
