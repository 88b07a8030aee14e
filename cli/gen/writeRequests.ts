import { relative } from 'node:path';
import type { WebRequest } from '../../src/runtime/index.js';
import { FixtureFiles } from '../shared/fixtureFiles.js';
import type { Io } from '../shared/io.js';
import { counted } from '../shared/options.js';
import { linesIn } from '../texts/told.js';
import type { KindFixtures } from './fixtures.js';
import { type RequestFormat, requestFormats } from './requestFormats.js';
import { tellAsJson } from './writeFixtures.js';

/** Where and how requests are written. */
export interface RequestTarget {
  readonly io: Io;
  readonly format: RequestFormat;
  /** Where they go; where `scf-fixtures serve` listens when left out. */
  readonly url: string | undefined;
  /** Undefined for standard output. */
  readonly directory: string | undefined;
  /** The command line that gives the same again. */
  readonly repeat: string;
  readonly seed: string | number;
  /** Tells what was done as JSON. */
  readonly isJson: boolean;
}

const chunkLength = 65_536;

/** Writes the requests of a kind into one file, and bodies that it cannot hold beside it. */
export async function writeRequests(fixtures: KindFixtures, target: RequestTarget): Promise<void> {
  const { kind } = fixtures;
  const { io, format, url, directory, repeat } = target;
  const name = `${kind}.${requestFormats[format]}`;
  const files = directory === undefined ? undefined : new FixtureFiles(directory);
  const file = files?.stream(name);
  const write = async (text: string) =>
    file === undefined ? io.stdout.write(text) : file.write(new TextEncoder().encode(text));
  let [written, waiting] = [0, format === 'curl' ? '#!/bin/bash\n' : ''];
  try {
    for await (const { text, body } of entriesOf(fixtures, { format, url })) {
      waiting += `${written === 0 ? '' : '\n'}${text}`;
      if (body !== undefined) files?.writeBytes(body.name, body.bytes);
      written++;
      if (waiting.length < chunkLength) continue;
      await write(waiting);
      waiting = '';
    }
    await write(waiting);
  } catch (error) {
    file?.discard();
    throw error;
  }
  file?.commit();
  if (target.isJson)
    return tellAsJson(
      { kinds: [kind], events: written, files: files?.counts ?? { new: 0, changed: 0, same: 0 } },
      target,
    );
  const place = directory === undefined ? '' : ` to ${relative(io.cwd, directory) || '.'}/${name}`;
  await io.stderr.write(
    `${linesIn(io.texts, `Wrote ${counted(written, 'request')}${place}. Repeat: ${repeat}`)}\n`,
  );
}

interface Entry {
  readonly text: string;
  readonly body?: { readonly name: string; readonly bytes: Uint8Array };
}

async function* entriesOf(
  { kind, named, events, first, step }: KindFixtures,
  { format, url }: Pick<RequestTarget, 'format' | 'url'>,
): AsyncGenerator<Entry> {
  const { curlOf, httpFileOf } = await import('../../src/runtime/index.js');
  const entryOf = (name: string, event: unknown): Entry => {
    const request = event as WebRequest;
    if (format === 'curl') return { text: `# ${name}\n${curlOf(request, url)}\n` };
    const bodyName = `${kind}/${name}.body`;
    const { text, body } = httpFileOf(name, request, { bodyFile: `./${bodyName}`, ...(url && { url }) });
    return { text, ...(body && { body: { name: bodyName, bytes: body } }) };
  };
  for (const { name, event } of named) yield entryOf(name, event);
  let index = first;
  for (const event of events) {
    yield entryOf(String(index).padStart(4, '0'), event);
    index += step;
  }
}
