import { eventCopy, modernBootstrap } from '../bootstrap.js';
import { describeThrown } from '../describeThrown.js';
import { legacyBootstrap } from '../legacyBootstrap.js';
import { findExport } from '../loadHandler.js';
import { createWorkTracker } from '../workTracker.js';
import { workerMain } from './workerMain.js';

/**
 * The worker's program as text, so that it is the same from source and from any bundle and needs no file of its
 * own. Each function in it is self-contained.
 */
export function workerSource(): string {
  return `'use strict';
const { parentPort, workerData } = require('node:worker_threads');
const hooks = require('node:async_hooks');
const timers = require('node:timers');
const v8 = require('node:v8');
const { pathToFileURL } = require('node:url');
const tracker = (${createWorkTracker})({
  AsyncLocalStorage: hooks.AsyncLocalStorage,
  createHook: hooks.createHook,
  ClientRequest: require('node:http').ClientRequest,
  errorMonitor: require('node:events').errorMonitor,
  activeRequests: () => process._getActiveRequests?.() ?? [],
  setImmediate: timers.setImmediate,
  setTimeout: timers.setTimeout,
  now: () => performance.now(),
  isForeignFrame: (line) => line.includes('[worker eval]'),
});
const legacyBootstrap = ${legacyBootstrap};
(${workerMain})({
  start: workerData,
  port: parentPort,
  load: async ({ path, format }) =>
    format === 'commonjs' ? require('node:module').createRequire(path)(path) : import(pathToFileURL(path).href),
  format: require('node:util').format,
  memoryBytes() {
    const { used_heap_size, external_memory } = v8.getHeapStatistics();
    return used_heap_size + external_memory;
  },
  tracker,
  describe: ${describeThrown},
  eventCopy: ${eventCopy},
  findExport: ${findExport},
  bootstraps: { modern: ${modernBootstrap}, '8.9': legacyBootstrap(true), '6.10': legacyBootstrap(false) },
});`;
}
