import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync, gzipSync } from 'node:zlib';
import { type CommandOutputs, Misuse, refuseForeign } from '../../src/core.js';
import type { CommandModule } from '../shared/command.js';
import { openBrowser } from '../shared/openBrowser.js';
import { port } from '../shared/options.js';
import { packageRoot } from '../shared/packageRoot.js';
import { said } from '../texts/texts.js';

/** `scf-fixtures explore`: serves the explorer to this machine. */
export const explore: CommandModule = {
  define(command, io) {
    command
      .option('--port <n>', 'port to listen on, 0 for any free one', '0')
      .option('--json', 'print the address as a line of JSON')
      .option('--no-open', 'only print the address, do not open a browser')
      .addOption(command.createOption('--site <dir>', 'another build of the page').hideHelp())
      .addHelpText(
        'after',
        '\nServes a page to this machine only, until Ctrl+C. What you drop onto it stays in your browser.\n\nExamples:\n  scf-fixtures explore\n  scf-fixtures explore --port 8080 --no-open',
      )
      .action(async (flags: { port: string; open: boolean; site?: string; json?: boolean }) => {
        const site = flags.site ?? builtSite();
        const server = await serveSite(resolve(io.cwd, site), port('--port', flags.port));
        io.signal?.addEventListener('abort', () => server.close());
        const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
        const greeting = said(io.texts, 'The explorer is at {{address}} until you press Ctrl+C.', {
          address,
        });
        const told: CommandOutputs['explore'] = { type: 'listening', url: address };
        await io.stdout.write(`${flags.json === true ? JSON.stringify(told) : greeting}\n`);
        if (flags.open) openBrowser(address, io);
      });
  },
};

interface SiteFile {
  readonly type: string;
  readonly body: Uint8Array;
  readonly gzip: Uint8Array;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** The page loads nothing but its own files, runs no script that stands in markup, and is framed by nobody. */
const securityHeaders = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cache-control': 'no-cache',
};

/**
 * Serves the files of a directory, or of an archive of one, on 127.0.0.1, as they are now.
 *
 * @throws Misuse when the directory is missing or the port cannot be had.
 */
export async function serveSite(directory: string, port: number): Promise<Server> {
  const isArchive = directory.endsWith('.br');
  if (!existsSync(isArchive ? directory : join(directory, 'index.html'))) {
    throw new Misuse(
      'NO_SITE',
      `Cannot show the explorer: ${directory} does not hold it. Build it with npm run build.`,
    );
  }
  const files = isArchive ? filesIn(directory) : filesOf(directory);
  const server = createServer((request, response) => answer(files, request, response));
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reason = { EADDRINUSE: 'another program uses it', EACCES: 'permission is denied' }[
        error.code ?? ''
      ];
      reject(
        new Misuse(
          'PORT_UNAVAILABLE',
          `Cannot listen on port ${port}: ${reason ?? error.message} (${error.code}). Choose another with --port, or leave it out.`,
        ),
      );
    });
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

/** The page as it was built; in a package its files are one, which is smaller. */
function builtSite(): string {
  const [folder, archive] = ['dist/site', 'dist/site.json.br'].map((path) =>
    fileURLToPath(new URL(path, packageRoot())),
  ) as [string, string];
  return existsSync(folder) ? folder : archive;
}

/** The files of an archive: their texts by their paths, as JSON, compressed. */
function filesIn(archive: string): ReadonlyMap<string, SiteFile> {
  const texts = JSON.parse(brotliDecompressSync(readFileSync(archive)).toString()) as Record<string, string>;
  return new Map(
    Object.entries(texts).flatMap(([path, text]) => {
      const type = types[extname(path)];
      const body = Buffer.from(text);
      return type === undefined ? [] : [[`/${path}`, { type, body, gzip: gzipSync(body) }] as const];
    }),
  );
}

/** Read once, so that no request can name anything else. */
function filesOf(directory: string): ReadonlyMap<string, SiteFile> {
  const files = new Map<string, SiteFile>();
  for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true })) {
    const type = types[extname(entry.name)];
    if (!entry.isFile() || type === undefined) continue;
    const file = join(entry.parentPath, entry.name);
    const body = readFileSync(file);
    files.set(`/${relative(directory, file).split(sep).join('/')}`, { type, body, gzip: gzipSync(body) });
  }
  return files;
}

function answer(
  files: ReadonlyMap<string, SiteFile>,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const [status, headers, body] = replyTo(files, request);
  response.writeHead(status, { ...securityHeaders, 'content-length': body.length, ...headers });
  response.end(request.method === 'HEAD' ? undefined : body);
}

type Reply = readonly [status: number, headers: Readonly<Record<string, string>>, body: string | Uint8Array];

function replyTo(files: ReadonlyMap<string, SiteFile>, { method, headers, url }: IncomingMessage): Reply {
  const plain = { 'content-type': 'text/plain' };
  if (refuseForeign(headers) !== undefined) return [403, plain, 'Forbidden\n'];
  if (method !== 'GET' && method !== 'HEAD')
    return [405, { ...plain, allow: 'GET, HEAD' }, 'Method not allowed\n'];
  const path = url?.split('?', 1)[0] ?? '';
  const file = files.get(path === '/' ? '/index.html' : path);
  if (file === undefined) return [404, plain, 'Not found\n'];
  const found = { 'content-type': file.type, vary: 'accept-encoding' };
  const packs = /\bgzip\b/.test(String(headers['accept-encoding'] ?? ''));
  return packs ? [200, { ...found, 'content-encoding': 'gzip' }, file.gzip] : [200, found, file.body];
}
