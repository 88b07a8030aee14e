// The program of a worker thread; `npm run generate` makes src/generated/workerMainText.ts of it.
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type { InstanceStart } from '../instanceMessages.js';
import { type InstancePort, NodeInstance } from '../nodeInstance.js';
import { removeGlobal } from '../patches.js';

function portOf(port: MessagePort): InstancePort {
  return {
    say: (message) => port.postMessage(message),
    listen: (take) => port.on('message', take),
    ref: () => port.ref(),
    unref: () => port.unref(),
    isForeignFrame: (line) => line.includes('[worker eval]'),
  };
}

// The text of this program was evaluated, which leaves these to everybody; an ES module has none of them on the platform.
for (const name of ['exports', 'module', 'require', '__filename', '__dirname']) removeGlobal(name);
if (parentPort !== null) void new NodeInstance(portOf(parentPort)).start(workerData as InstanceStart);
