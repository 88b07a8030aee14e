// The program of a process that is an instance; `npm run generate` makes src/generated/nodeMainText.ts of it. It runs on
// every Node from 12 on.
import { writeSync } from 'node:fs';
import { Socket } from 'node:net';
import type { InstanceCall, InstanceMessage } from '../instanceMessages.js';
import { type InstancePort, NodeInstance } from '../nodeInstance.js';
import type { ToNode } from './nodeMessages.js';

// As they are before anything is replaced, and before a function may replace them.
const { stringify, parse } = JSON;
const [hearing, saying] = [3, 4];

/** Says at once, so that nothing is lost by an exit; hears what comes as JSON, one message a line. */
class PipePort implements InstancePort {
  readonly #socket = new Socket({ fd: hearing, readable: true, writable: false });
  readonly #hear: (message: ToNode) => void;
  #take: (call: InstanceCall) => void = () => undefined;
  #rest: Buffer[] = [];

  constructor(hear: (message: ToNode) => void) {
    this.#hear = hear;
    this.#socket.on('data', (chunk) => this.#read(chunk));
    // Who has started this process is gone.
    this.#socket.on('end', () => process.kill(process.pid, 'SIGKILL'));
  }

  say(message: InstanceMessage | { readonly type: 'up' }): void {
    let data = Buffer.from(`${stringify(message)}\n`);
    while (data.length > 0) data = data.subarray(writeSync(saying, data));
  }

  listen(take: (call: InstanceCall) => void): void {
    this.#take = take;
  }

  ref(): void {
    this.#socket.ref();
  }

  unref(): void {
    this.#socket.unref();
  }

  isForeignFrame(line: string): boolean {
    return line.includes(__filename);
  }

  #read(chunk: Buffer): void {
    let from = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      const line = Buffer.concat([...this.#rest, chunk.subarray(from, end)]).toString();
      this.#rest = [];
      from = end + 1;
      const message = parse(line) as ToNode;
      if (message.type === 'call') this.#take(message.call);
      else this.#hear(message);
    }
    if (from < chunk.length) this.#rest.push(chunk.subarray(from));
  }
}

// What a function starts with this Node is not to be started as this was.
process.execArgv.splice(0);
const port = new PipePort((message) => {
  if (message.type === 'start') void new NodeInstance(port).start(message.start);
});
port.say({ type: 'up' });
