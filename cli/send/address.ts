import { connect } from 'node:net';
import { Misuse } from '../../src/core.js';

/**
 * Reads `--to`, the address of a server without a path.
 *
 * @throws Misuse INVALID_URL; REMOTE_HOST for another machine, unless that is allowed.
 */
export function addressOf(text: string, { allowRemote }: { readonly allowRemote: boolean }): URL {
  if (!URL.canParse(text) || !/^http:\/\/[^/?#@]+\/?$/i.test(text))
    throw new Misuse(
      'INVALID_URL',
      `Cannot send to ${text}: it is no address of a server. Write --to http://127.0.0.1:9000, without a path.`,
    );
  const url = new URL(text);
  if (allowRemote || isThisMachine(url.hostname)) return url;
  throw new Misuse(
    'REMOTE_HOST',
    `Cannot send to ${text}: ${url.hostname} is another machine, where events may do harm. Take --allow-remote if it is meant to get them.`,
  );
}

/** Names that mean this machine wherever they are resolved. */
function isThisMachine(hostname: string): boolean {
  return /^(?:127\.\d+\.\d+\.\d+|localhost|\[::1\])$/.test(hostname);
}

/** @throws Misuse NOBODY_LISTENS. */
export async function requireListening({ hostname, port, origin }: URL): Promise<void> {
  const host = hostname.replace(/^\[|\]$/g, '');
  const reason = await new Promise<string | undefined>((done) => {
    const socket = connect({ host, port: Number(port || 80), timeout: 10_000 });
    const end = (problem?: string): void => {
      socket.destroy();
      done(problem);
    };
    socket.once('connect', () => end());
    socket.once('timeout', () => end('nobody answers there'));
    socket.once('error', (error: NodeJS.ErrnoException) =>
      end(error.code === 'ECONNREFUSED' ? 'nobody listens there' : error.message),
    );
  });
  if (reason === undefined) return;
  throw new Misuse(
    'NOBODY_LISTENS',
    `Cannot send to ${origin}: ${reason}. Start the function first, such as by scf-fixtures serve index.main_handler --kind invoke${port === '9000' ? '' : ` --port ${port || 80}`}.`,
  );
}
