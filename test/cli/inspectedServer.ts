import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { runProgram } from '../../cli/program.js';
import { collectedIo, temporaryDirectory } from './runCli.js';

const handler = `let n = 0;
exports.main_handler = async ({ path, body }) => {
  console.log('<img src=x onerror="globalThis.harmed = 1">', ++n);
  if (path === '/throws') throw new TypeError('no stock');
  return { statusCode: 200, headers: {}, body: path + (body ?? ''), isBase64Encoded: false };
};\n`;

/** Runs serve --inspect until the test ends; gives where it listens. */
export async function inspected(...more: readonly string[]) {
  const cwd = temporaryDirectory();
  writeFileSync(join(cwd, 'index.js'), handler);
  const end = new AbortController();
  const { io } = collectedIo({ cwd, signal: end.signal });
  const urls: string[] = [];
  const told = resolvers();
  io.stdout.write = (text) => {
    const { type, url } = JSON.parse(String(text)) as { type: string; url?: string };
    if (url !== undefined) urls.push(url);
    if (type === 'inspecting') told.resolve();
    return undefined;
  };
  const ran = runProgram(
    ['serve', 'index.main_handler', '--inspect', '--json', '--port', '0', '--push-port', '0', ...more],
    io,
  );
  onTestFinished(async () => {
    end.abort();
    await ran;
  });
  await told.promise;
  const [url = '', page = ''] = urls;
  return { cwd, url, page, end };
}

function resolvers() {
  let resolve: () => void = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
