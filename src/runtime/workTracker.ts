import { createHook } from 'node:async_hooks';
import { errorMonitor } from 'node:events';
import { ReadStream, WriteStream } from 'node:fs';
import { ClientRequest } from 'node:http';
import { setImmediate } from 'node:timers';
import { createContextStorage } from './contextStorage.js';
import type { LateWork } from './outcome.js';
import { deepError } from './patches.js';
import { elapsedTime, startTimer } from './realTime.js';
import {
  activeRequests,
  handlerFrame,
  isFileRequest,
  isInert,
  isOfLibrary,
  isTimer,
  isUnseen,
  keepsLoopAlive,
  lateWorkOf,
  mayLiveAgain,
  type Resource,
  runOutSoon,
  wasCleared,
} from './resource.js';
import type { Work, WorkTracker } from './work.js';

interface TrackedWork extends Work {
  readonly siblings: Set<Work>;
  resources: Resource[];
  readonly calls: Set<Call>;
  readonly promises: Error[];
  /** Streams of files, with where they were made. */
  readonly streams: { readonly stream: ReadStream | WriteStream; readonly made: Error }[];
  /** Where requests to the file system were made: those that follow come from callbacks of Node's. */
  readonly fileRequests: Error[];
  watchesPromises: boolean;
  /** Something was started whose end cannot be seen. */
  unseen: boolean;
  touched: boolean;
  /** Timers, immediates and calls that were waiting at the answer. */
  waiting: { resource?: Resource; call?: Call }[];
}

interface Call {
  readonly what: string;
  given: 'open' | 'ended' | 'abandoned';
}

const maxPromises = 50;
/** How many streams, and requests to the file system, are remembered of an invocation. */
const maxFiles = 50;

/**
 * Follows what an invocation starts, by async hooks: timers, handles and system requests, each asked whether it
 * still keeps the event loop alive; plus outside calls that are announced (`node:http`, fetch, fakes).
 *
 * @param isForeignFrame true for a line of a stack that is none of the handler's code.
 */
export function createWorkTracker(isForeignFrame: (line: string) => boolean): WorkTracker {
  const storage = createContextStorage<TrackedWork>();
  const currentWork = (): TrackedWork | undefined => {
    const work = storage.getStore();
    if (work === undefined || !work.isOver || work.siblings.size !== 1) return work;
    return tracked([...work.siblings][0] as Work);
  };
  const hook = createHook({
    init(_asyncId, type, _triggerId, target) {
      const work = currentWork();
      if (work === undefined) return;
      work.touched = true;
      if (type === 'PROMISE') {
        if (work.watchesPromises && work.promises.length < maxPromises) work.promises.push(new Error());
        return;
      }
      if (type === 'TickObject') {
        const first = (target as { args?: unknown[] }).args?.[0];
        noteRequest(work, first);
        noteStream(work, first);
      }
      if (isFileRequest(type) && work.fileRequests.length < maxFiles) work.fileRequests.push(deepError());
      // Made here, since stacks are cut off a few frames below.
      if (!isInert(type)) work.resources.push({ type, target, made: new Error() });
    },
  });
  let watchers = 0;
  const seenRequests = new WeakSet<object>();
  /** A request is passed to a tick as soon as it has a socket, be that a new, a kept or a mocked one. */
  const noteRequest = (work: Work, request: unknown): void => {
    if (!(request instanceof ClientRequest) || seenRequests.has(request)) return;
    seenRequests.add(request);
    const what = `${request.method} ${request.protocol}//${request.getHeader('host')}${request.path}`;
    const end = tracker.beginCall(work, what);
    request.once('response', () => end());
    request.once(errorMonitor, () => end());
    request.once('close', () => end({ abandoned: true }));
  };
  /** A stream is passed to a tick as soon as it is made. */
  const noteStream = (work: Work, stream: unknown): void => {
    if (!(stream instanceof WriteStream || stream instanceof ReadStream)) return;
    const { streams } = tracked(work);
    if (streams.length < maxFiles && streams.every((one) => one.stream !== stream))
      streams.push({ stream, made: deepError() });
  };
  const lateOf = (work: TrackedWork, resource: Resource): LateWork => {
    const late = lateWorkOf(resource, isForeignFrame);
    if (late.kind !== 'file') return late;
    const open = work.streams.find(({ stream }) => !stream.closed);
    const makers = [...(open === undefined ? [] : [open.made]), ...work.fileRequests];
    const at = late.at ?? makers.map((made) => handlerFrame(made, isForeignFrame)).find((one) => one);
    const path = open?.stream.path.toString();
    return {
      ...late,
      ...(at === undefined ? {} : { at }),
      ...(path === undefined ? {} : { path }),
    };
  };

  /** Of what was waiting at the answer. */
  const lateTimersAndCalls = (work: TrackedWork): LateWork[] =>
    work.waiting.flatMap(({ resource, call }) => {
      const found: LateWork[] = [];
      if (call !== undefined && call.given !== 'abandoned') found.push({ kind: 'call', what: call.what });
      if (resource === undefined || wasCleared(resource)) return found;
      const late = lateOf(work, resource);
      if (late.kind !== 'immediate' || late.at !== undefined) found.push(late);
      return found;
    });
  /** What lives now; a connection that is kept open counts only where the event loop is waited for. */
  const lateResources = (work: TrackedWork, waits: boolean): LateWork[] =>
    live(work)
      .filter((resource) => !isTimer(resource))
      .map((resource) => lateOf(work, resource))
      .filter(({ kind }) => waits || !['socket', 'server', 'handle'].includes(kind));
  /** Code of an async handler that ran on after its return. */
  const latePromises = (work: TrackedWork): LateWork[] => {
    const places = work.promises.map((made) => handlerFrame(made, isForeignFrame));
    const known = new Set(places.filter((at) => at !== undefined));
    return [...known].map((at) => ({ kind: 'promise', what: 'await', at }));
  };

  const tracker: WorkTracker = {
    open(requestId, siblings) {
      const work: TrackedWork = {
        requestId,
        siblings,
        answered: false,
        isOver: false,
        lateErrors: [],
        owner: undefined,
        resources: [],
        calls: new Set(),
        promises: [],
        streams: [],
        fileRequests: [],
        watchesPromises: false,
        unseen: false,
        touched: false,
        waiting: [],
      };
      return work;
    },
    run(work, body) {
      tracked(work).siblings.add(work);
      return storage.run(tracked(work), body);
    },
    current: currentWork,
    close(work) {
      work.isOver = true;
      tracked(work).siblings.delete(work);
    },
    beginCall(work, what) {
      const call: Call = { what, given: 'open' };
      tracked(work).calls.add(call);
      if (work.answered) tracked(work).waiting.push({ call });
      return ({ abandoned = false } = {}) => {
        if (call.given !== 'open') return;
        call.given = abandoned ? 'abandoned' : 'ended';
        tracked(work).calls.delete(call);
      };
    },
    answer(given, { isAsyncReturn }) {
      const work = tracked(given);
      work.answered = true;
      work.watchesPromises = isAsyncReturn;
      if (work.calls.size > 0) work.waiting = [...work.calls].map((call) => ({ call }));
      if (work.resources.length > 0) {
        for (const resource of live(work)) if (isTimer(resource)) work.waiting.push({ resource });
      }
    },
    async judge(given, { waits }) {
      const work = tracked(given);
      await new Promise<void>((turn) => setImmediate(turn));
      work.watchesPromises = false;
      // Work on a file is over a few turns later; what has just called back is over now.
      const [file] = live(work)
        .filter(({ type }) => isFileRequest(type))
        .map((resource) => lateOf(work, resource));
      for (let turns = 0; turns < 3 && live(work).some((resource) => !isTimer(resource)); turns++) {
        await new Promise<void>((turn) => setImmediate(turn));
      }
      const resources = lateResources(work, waits);
      const files = file === undefined || resources.some(({ kind }) => kind === 'file') ? [] : [file];
      const found = [...lateTimersAndCalls(work), ...files, ...resources, ...latePromises(work)];
      work.promises.length = 0;
      // An immediate that has run still names those before it, and they what they were made for.
      work.waiting = [];
      work.siblings.delete(work);
      work.isOver = found.length === 0;
      return found;
    },
    alive(given) {
      const work = tracked(given);
      const calls = [...work.calls].map(({ what }): LateWork => ({ kind: 'call', what }));
      return [...live(work).map((resource) => lateOf(work, resource)), ...calls];
    },
    isSurelyIdle(given) {
      const work = tracked(given);
      return work.calls.size === 0 && live(work).length === 0 && !work.unseen;
    },
    isUntouched: (work) => !tracked(work).touched,
    hasten(given) {
      for (const resource of live(tracked(given))) {
        if (resource.type === 'Timeout' && isOfLibrary(resource.made, isForeignFrame)) runOutSoon(resource);
      }
    },
    async drain(given, { limitMs, holds, stopwatch = elapsedTime }) {
      const work = tracked(given);
      const passedMs = stopwatch();
      for (let round = 0; work.calls.size > 0 || live(work).length > 0; round++) {
        if (passedMs() >= limitMs) return false;
        await new Promise<void>((turn) => {
          const timer = round < 4 ? setImmediate(turn) : startTimer(turn, Math.min(round - 3, 16));
          if (!holds) timer.unref();
        });
      }
      return true;
    },
    watch() {
      if (watchers++ === 0) hook.enable();
      let watching = true;
      return () => {
        if (!watching) return;
        watching = false;
        if (--watchers > 0) return;
        hook.disable();
        // Node 20 and 22 follow every promise of the process as long as a storage is in use.
        storage.disable();
      };
    },
  };
  return tracker;
}

function tracked(work: Work): TrackedWork {
  return work as TrackedWork;
}

/** What of some work keeps the event loop alive now; forgets what is over for good. */
function live(work: TrackedWork): Resource[] {
  if (work.resources.length === 0) return [];
  const requests = activeRequests();
  const still: Resource[] = [];
  const kept: Resource[] = [];
  for (const resource of work.resources) {
    if (keepsLoopAlive(resource, requests)) {
      still.push(resource);
      kept.push(resource);
    } else if (mayLiveAgain(resource)) kept.push(resource);
    else work.unseen ||= isUnseen(resource);
  }
  work.resources = kept;
  return still;
}
