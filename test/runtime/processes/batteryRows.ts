import { expect } from 'vitest';
import type { InstanceOptions, ScfInstance } from '../../../src/runtime/index.js';
import { createHostedInstance, createWebHost } from '../../../src/runtime/invoke.js';
import { findWebFunction } from '../../../src/runtime/runtimes.js';

/** A sort of function, all with the same handler. */
export interface Row {
  readonly name: string;
  readonly files: readonly string[];
  readonly specOf: (folder: string) => string;
  readonly options: InstanceOptions;
  /** How an instance of it is made; as one of a function with events when left out. */
  readonly start?: (spec: string, options: InstanceOptions) => ScfInstance;
  /** Where it cannot do what others do: what it does instead, and why. */
  readonly differs: Readonly<Partial<Record<Question, { readonly gives: object; readonly because: string }>>>;
  /** Questions that make no sense for it, with the reason. */
  readonly cannot: Readonly<Partial<Record<Question, string>>>;
}

/** What every one of them is asked, and what it gives. */
export const expected = {
  'an exception': { statusCode: 430, body: { errorMessage: 'user code exception caught' } },
  'a failure while loading': { statusCode: 443 },
  'a missing handler': { statusCode: 437 },
  'no answer in time': {
    statusCode: 433,
    durationMs: 400,
    body: { errorMessage: 'Invoking task timed out after 0.4 seconds' },
  },
  'too much memory': { statusCode: 434, body: { errorMessage: 'Task memory exceeded 100 MB' } },
  'an exit': {
    statusCode: 439,
    exitCode: 3,
    log: expect.arrayContaining([{ level: 'stdout', text: 'about to exit' }]),
  },
  'an exit while loading': { statusCode: 405 },
  'no start in time': {
    statusCode: 450,
    body: { errorMessage: 'Initializing task timed out after 0.5 seconds' },
  },
  'an answer over 6 MB': { statusCode: 407 },
  'work left behind': { ok: true, statusCode: 200 },
  'its environment': {},
  'its time zone': {},
  'its temporary directory': {},
  'what it has started': {},
  'a process that left its group': {},
};
export type Question = keyof typeof expected;

const tellsNoWork =
  'what runs on behind an answer is the business of its own program, and the runtime sees the answer alone';
/** What a function that shares this process has of it. */
const ofThisProcess: Readonly<Partial<Record<Question, string>>> = {
  'too much memory': 'it is that of this process, with all that a test holds',
  'its environment': 'it is that of this process; what of it is missing there is told by fuzz',
  'its time zone': 'it is that of this process; fuzz and invoke tell code that follows it',
  'its temporary directory': 'it is that of this machine, where nothing else is asked for',
  'what it has started': 'it belongs to this process, which goes on',
};

export const rows: readonly Row[] = [
  {
    name: 'node',
    files: ['index.js'],
    specOf: (folder) => `${folder}/index.main_handler`,
    options: { isolation: 'process' },
    differs: {
      'an exit': {
        gives: {
          statusCode: 439,
          exitCode: 3,
          log: expect.arrayContaining([{ level: 'log', text: 'about to exit' }]),
        },
        because: 'console.log is told from what is written',
      },
      'an exit while loading': {
        gives: { statusCode: 439, exitCode: 7 },
        because: 'a module that ends the process is loaded by the runtime, which runs already',
      },
      'work left behind': { gives: { ok: true, lateWork: [{ kind: 'timer' }] }, because: 'Node tells of it' },
    },
    cannot: {},
  },
  {
    name: 'local',
    files: ['index.js'],
    specOf: (folder) => `${folder}/index.main_handler`,
    options: {},
    differs: {
      'no answer in time': {
        gives: { statusCode: 433, body: { errorMessage: 'Invoking task timed out after 0.4 seconds' } },
        because: 'its time is measured, and a handler is not stopped',
      },
      'an exit': {
        gives: { statusCode: 439, exitCode: 3 },
        because: 'process.exit is kept from ending the test, and what was written is in the log',
      },
      'work left behind': { gives: { ok: true, lateWork: [{ kind: 'timer' }] }, because: 'Node tells of it' },
    },
    cannot: {
      ...ofThisProcess,
      'no start in time':
        'code that keeps the thread busy keeps the test busy as well: nothing is left to end it',
      'an exit while loading': 'it would end the test',
    },
  },
  {
    name: 'worker',
    files: ['index.js'],
    specOf: (folder) => `${folder}/index.main_handler`,
    options: { isolation: 'worker' },
    differs: {
      'an exit': {
        gives: { statusCode: 439, exitCode: 3 },
        because: 'what a thread has written last may be lost with it',
      },
      'an exit while loading': {
        gives: { statusCode: 439, exitCode: 7 },
        because: 'a module that ends the process is loaded by the runtime, which runs already',
      },
      'work left behind': { gives: { ok: true, lateWork: [{ kind: 'timer' }] }, because: 'Node tells of it' },
    },
    cannot: ofThisProcess,
  },
  {
    name: 'python',
    files: ['index.py'],
    specOf: (folder) => `${folder}/index.py:main_handler`,
    options: {},
    differs: {
      'an exit while loading': {
        gives: { statusCode: 439, exitCode: 7 },
        because: 'a module that ends the process is loaded by the runtime, which runs already',
      },
      'work left behind': {
        gives: { ok: true, lateWork: [{ kind: 'thread' }] },
        because: 'what it leaves running are threads',
      },
    },
    cannot: {},
  },
  {
    name: 'custom',
    files: ['index.py', 'bootstrap'],
    specOf: (folder) => folder,
    options: {},
    differs: {
      'a failure while loading': {
        gives: { statusCode: 405, reason: expect.stringContaining('no such setting: DB_HOST') },
        because: 'the process ends before it is ready; what it loads is its own business',
      },
    },
    cannot: {
      'a missing handler': 'a bootstrap may make of _HANDLER what it likes',
      'work left behind': tellsNoWork,
    },
  },
  {
    name: 'image',
    files: ['index.py', 'app.py', 'Dockerfile'],
    specOf: (folder) => folder,
    // Several live at once, and another file of tests has the usual port: each takes one that is free.
    options: { failsOnStatus: true, port: 0 },
    differs: {
      'a failure while loading': {
        gives: { statusCode: 405, reason: expect.stringContaining('no such setting: DB_HOST') },
        because: 'the server ends before it listens; what it loads is its own business',
      },
      'no start in time': {
        gives: {
          statusCode: 446,
          body: {
            errorMessage: expect.stringMatching(/^The request timed out in 500ms\./),
          },
        },
        because: 'what is waited for is a port',
      },
    },
    cannot: { 'a missing handler': 'a server has no handler', 'work left behind': tellsNoWork },
  },
  {
    name: 'web',
    files: ['index.py', 'app.py', 'scf_bootstrap'],
    specOf: (folder) => folder,
    options: {},
    start: startWeb,
    differs: {
      'an exception': {
        gives: { ok: true, result: { statusCode: 500 } },
        because: 'a server answers for itself, and its client gets that',
      },
      'a failure while loading': {
        gives: { statusCode: 405, reason: expect.stringContaining('no such setting: DB_HOST') },
        because: 'the server ends before it listens; what it loads is its own business',
      },
      'an answer over 6 MB': {
        gives: { statusCode: 410 },
        because: 'the platform has another status for what is called over HTTP',
      },
      'no start in time': {
        gives: { statusCode: 446, reason: expect.stringContaining('nothing listens on port') },
        because: 'what is waited for is a port',
      },
    },
    cannot: { 'a missing handler': 'a server has no handler', 'work left behind': tellsNoWork },
  },
];

/** An instance of a web function, which gets each event as the body of a request. */
function startWeb(spec: string, options: InstanceOptions): ScfInstance {
  const own = findWebFunction(spec, '/') ?? expect.unreachable('no web function');
  const host = createWebHost(own, options);
  const instance = host.then(createHostedInstance);
  const trial = undefined as never;
  return {
    source: spec,
    busy: false,
    async invoke(event, more) {
      const request = {
        httpMethod: 'POST',
        path: '/',
        queryString: {},
        headers: {},
        body: JSON.stringify(event),
        sourceIp: '203.0.113.7',
      };
      const outcome = await (await instance).invoke(request, { ...options, ...more }, trial);
      if (outcome.ok) Object.assign(outcome, { result: answerIn(outcome.result) });
      return outcome;
    },
    async close() {
      await (await instance).close();
      await (await host).close();
    },
  };
}

/** What the handler has answered; the whole answer where the server says that it has failed. */
function answerIn(answer: unknown): unknown {
  const { statusCode, body } = answer as { readonly statusCode: number; readonly body: string };
  return statusCode === 200 ? JSON.parse(body) : answer;
}
