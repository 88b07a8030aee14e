// The program of the process in a network of its own; `npm run generate` makes src/generated/networkRelayText.ts of it.
// Sockets belong to the network in which they are made, wherever they are used: it makes them and hands them over.
import { connect, createServer, type Server, type Socket } from 'node:net';

/** What it is asked for. */
export type RelayQuestion = { readonly id: number } & (
  | { readonly listen: number }
  | { readonly connect: number }
);

/** What it says; a server or a socket comes along where there is no error. */
export type RelayAnswer =
  | { readonly type: 'up' }
  | { readonly type: 'made'; readonly id: number }
  | { readonly type: 'failed'; readonly id: number; readonly code: string };

const host = '127.0.0.1';

function say(answer: RelayAnswer, made?: Server | Socket, sent?: () => void): void {
  process.send?.(answer, made, undefined, sent);
}

function failed(id: number): (error: NodeJS.ErrnoException) => void {
  return ({ code = 'ECONNREFUSED' }) => say({ type: 'failed', id, code });
}

process.on('disconnect', () => process.exit());
process.on('message', (question: RelayQuestion) => {
  const { id } = question;
  if ('listen' in question) {
    const server = createServer().once('error', failed(id));
    server.listen(question.listen, host, () => say({ type: 'made', id }, server, () => server.close()));
  } else {
    const socket = connect({ port: question.connect, host }).once('error', failed(id));
    socket.once('connect', () => say({ type: 'made', id }, socket));
  }
});
say({ type: 'up' });
