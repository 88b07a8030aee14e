// Fuzzes a handler by the library and prints which globals are others afterwards: node patched.mjs <file> <trigger> <runs>
import fs from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import os from 'node:os';
import { fuzzReport } from '../../../dist/fuzz.js';
import { triggerNamed } from '../../../dist/index.js';

const [file, trigger, runs] = process.argv.slice(2);
const { stdout, cwd, umask, reallyExit } = process;
const write = stdout.write.bind(stdout);
const { stringify } = JSON;
const places = {
  ...{ JSON, Math, Intl, console, crypto, fs, http, https, net, os, process, globalThis },
  'fs.promises': fs.promises,
  'process.env': process.env,
  'Object.prototype': Object.prototype,
  'Array.prototype': Array.prototype,
  'String.prototype': String.prototype,
  'Date.prototype': Date.prototype,
};
const events = [
  'SIGINT',
  'SIGTERM',
  'SIGHUP',
  'exit',
  'beforeExit',
  'uncaughtException',
  'unhandledRejection',
];

// Node makes some globals when they are read first, and its dispatcher at the first request.
for (const key of Reflect.ownKeys(globalThis)) Reflect.get(globalThis, key);
await fetch('data:,');
// The first fuzz loads what the library loads when it is needed.
await fuzzReport(() => async () => 1, { trigger: triggerNamed(trigger), runs: 1, store: false });
const before = globals();
await fuzzReport(`${file}#main_handler`, {
  trigger: triggerNamed(trigger),
  runs: Number(runs),
  store: false,
}).catch(String);
const after = globals();
const names = [...new Set([...before.keys(), ...after.keys()])];
write(stringify(names.filter((name) => before.get(name) !== after.get(name))), () =>
  reallyExit.call(process, 0),
);

function globals() {
  const found = new Map();
  for (const [name, place] of Object.entries(places)) {
    for (const key of Reflect.ownKeys(place)) {
      const { value, get } = Object.getOwnPropertyDescriptor(place, key);
      found.set(
        `${name}.${String(key)}`,
        typeof value === 'function' || typeof value === 'string' ? value : (get ?? 'there'),
      );
    }
  }
  for (const event of events) found.set(`listeners of ${event}`, process.listeners(event).join('\n'));
  found.set('working directory', cwd());
  found.set('umask', umask());
  return found;
}
