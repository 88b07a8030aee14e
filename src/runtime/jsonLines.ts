import type { Readable } from 'node:stream';

/** Calls back with every line of a stream, parsed as JSON; lines of any length. */
export function onJsonLine(stream: Readable, hear: (message: unknown) => void): void {
  let parts: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => {
    let rest = chunk;
    for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10)) {
      parts.push(rest.subarray(0, end));
      const line = Buffer.concat(parts).toString();
      parts = [];
      rest = rest.subarray(end + 1);
      hear(JSON.parse(line));
    }
    if (rest.length > 0) parts.push(rest);
  });
}
