import type { RunningServer } from '../../src/fakes/index.js';
import type { Io } from '../shared/io.js';
import { said } from '../texts/texts.js';

/** What is served, and for whom it is told. */
interface Greeting {
  readonly handler: string;
  readonly kind: string;
  readonly host: string;
  readonly json?: boolean;
  /** The variable in which functions find the address to push to. */
  readonly pushUrlVariable: string;
}

/** Tells where a server listens and what its callers need. */
export async function greet(
  { url, pushUrl, notes }: RunningServer,
  { handler, kind, host, json, pushUrlVariable }: Greeting,
  io: Io,
): Promise<void> {
  if (json === true) {
    await io.stdout.write(`${JSON.stringify({ type: 'listening', kind, url, pushUrl })}\n`);
    return;
  }
  const lines = [
    said(io.texts, 'Serving {{handler}} as {{kind}} on {{url}} until Ctrl+C.', {
      handler,
      kind,
      url,
    }),
    ...(pushUrl === undefined
      ? []
      : [
          said(io.texts, 'Functions push to {{url}}, which they find in {{variable}}.', {
            url: pushUrl,
            variable: pushUrlVariable,
          }),
        ]),
    ...(notes.length === 0 ? [] : [said(io.texts, 'Callers need {{what}}.', { what: notes.join(', ') })]),
    ...(isThisMachine(host)
      ? []
      : [
          said(
            io.texts,
            'It listens on {{host}}: whoever reaches this machine can call it, not only its own programs.',
            { host },
          ),
        ]),
  ];
  await io.stderr.write(`${lines.join('\n')}\n`);
}

function isThisMachine(host: string): boolean {
  return /^(127\.\d+\.\d+\.\d+|localhost|::1)$/.test(host);
}
