import type { LateWork, LateWorkKind } from './outcome.js';
import type { TrackerParts, Work, WorkTracker } from './work.js';

/**
 * Follows what an invocation starts, by async hooks: timers, handles and system requests, each asked whether it
 * still keeps the event loop alive; plus outside calls that are announced (`node:http`, fetch, fakes).
 *
 * Self-contained, since its text is also the text of a worker.
 */
export function createWorkTracker(parts: TrackerParts): WorkTracker {
  interface Resource {
    readonly type: string;
    readonly target: ResourceState;
    readonly made: Error;
  }
  interface ResourceState {
    _destroyed?: boolean;
    _repeat?: number | null;
    _onTimeout?: unknown;
    buffer?: unknown;
    hasRef?(): boolean;
  }
  interface TrackedWork extends Work {
    readonly siblings: Set<Work>;
    resources: Resource[];
    readonly calls: Set<Call>;
    readonly promises: Error[];
    watchesPromises: boolean;
    /** Something was started whose end cannot be seen: a job of crypto or of a native addon. */
    unseen: boolean;
    touched: boolean;
    /** Timers, immediates and calls that were waiting at the answer. */
    waiting: { resource?: Resource; call?: Call }[];
  }
  interface Call {
    readonly what: string;
    given: 'open' | 'ended' | 'abandoned';
  }

  const kindOfType: Readonly<Record<string, LateWorkKind>> = {
    TCPWRAP: 'socket',
    PIPEWRAP: 'socket',
    UDPWRAP: 'socket',
    TCPSERVERWRAP: 'server',
    PIPESERVERWRAP: 'server',
    PROCESSWRAP: 'process',
    FSREQCALLBACK: 'file',
    FSREQPROMISE: 'file',
    GETADDRINFOREQWRAP: 'dns',
    GETNAMEINFOREQWRAP: 'dns',
    QUERYWRAP: 'dns',
    ZLIB: 'compression',
  };
  /** Never work of their own: their socket, file or signal is what counts. */
  const inert = new Set(
    'TickObject Microtask FILEHANDLE FILEHANDLECLOSEREQ SHUTDOWNWRAP WRITEWRAP TCPCONNECTWRAP PIPECONNECTWRAP PIPECONNECTREQWRAP HTTPCLIENTREQUEST HTTPINCOMINGMESSAGE HTTPPARSER TLSWRAP SIGNALWRAP TTYWRAP bound-anonymous-fn AsyncResource'.split(
      ' ',
    ),
  );
  const storage = new parts.AsyncLocalStorage<TrackedWork>();
  const tracked = (work: Work): TrackedWork => work as TrackedWork;

  const currentWork = (): TrackedWork | undefined => {
    const work = storage.getStore();
    if (work === undefined || !work.isOver || work.siblings.size !== 1) return work;
    return tracked([...work.siblings][0] as Work);
  };

  const hook = parts.createHook({
    init(_asyncId, type, _triggerId, target) {
      const work = currentWork();
      if (work === undefined) return;
      if (type === 'PROMISE') {
        work.touched = true;
        if (work.watchesPromises && work.promises.length < 50) work.promises.push(new Error());
        return;
      }
      work.touched = true;
      if (type === 'TickObject') noteRequest(work, (target as { args?: unknown[] }).args?.[0]);
      else if (!inert.has(type))
        work.resources.push({ type, target: target as ResourceState, made: new Error() });
    },
  });
  let watchers = 0;
  const seenRequests = new WeakSet<object>();
  /** A request is passed to a tick as soon as it has a socket, be that a new, a kept or a mocked one. */
  const noteRequest = (work: Work, request: unknown): void => {
    if (!(request instanceof parts.ClientRequest) || seenRequests.has(request)) return;
    seenRequests.add(request);
    const what = `${request.method} ${request.protocol}//${request.getHeader('host')}${request.path}`;
    const end = tracker.beginCall(work, what);
    request.once('response', () => end());
    request.once(parts.errorMonitor, () => end());
    request.once('close', () => end(true));
  };

  const ownFrame = (made: Error): string | undefined => {
    for (const line of (made.stack ?? '').split('\n').slice(1)) {
      const isFile = /(file:\/\/|[ (]\/|[A-Za-z]:[\\/])[^()]*:\d+:\d+\)?$/.test(line);
      if (!isFile || line.includes('node_modules') || parts.isForeignFrame(line)) continue;
      return line.trim().replace(/^at (async )?/, '');
    }
    return undefined;
  };
  const isTimer = (resource: Resource): boolean =>
    resource.type === 'Timeout' || resource.type === 'Immediate';
  const keepsLoopAlive = ({ type, target, made }: Resource, requests: readonly object[]): boolean => {
    if (target._destroyed !== undefined) return !target._destroyed && target.hasRef?.() !== false;
    if (type === 'ZLIB') return target.buffer !== null && target.buffer !== undefined;
    if (typeof target.hasRef === 'function') return target.hasRef() && !isClosing(target);
    return requests.includes(target) && !/at (\w+\.)?close /.test(made.stack ?? '');
  };
  /** A socket that was ended or destroyed only waits for the other side. */
  const isClosing = (target: object): boolean => {
    const symbol = Object.getOwnPropertySymbols(target).find((one) => one.description === 'owner_symbol');
    if (symbol === undefined) return false;
    const owner = (target as Record<symbol, unknown>)[symbol];
    const { destroyed, writableEnded } = (owner ?? {}) as { destroyed?: boolean; writableEnded?: boolean };
    return destroyed === true || writableEnded === true;
  };
  const lateOf = ({ type, target, made }: Resource): LateWork => {
    const at = ownFrame(made);
    let kind = kindOfType[type] ?? 'handle';
    if (type === 'Immediate') kind = 'immediate';
    if (type === 'Timeout') kind = typeof target._repeat === 'number' ? 'interval' : 'timer';
    return { kind, what: type, ...(at === undefined ? {} : { at }) };
  };
  const live = (work: TrackedWork): Resource[] => {
    if (work.resources.length === 0) return [];
    const requests = parts.activeRequests();
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
  };
  /** A handle may be unreferenced now and referenced later; a request or a timer is over for good. */
  const mayLiveAgain = ({ type, target }: Resource): boolean =>
    type === 'ZLIB' || (target._destroyed !== true && target.hasRef !== undefined);
  const isUnseen = ({ type, target }: Resource): boolean =>
    target._destroyed === undefined && kindOfType[type] === undefined;

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
      return (abandoned = false) => {
        if (call.given !== 'open') return;
        call.given = abandoned ? 'abandoned' : 'ended';
        tracked(work).calls.delete(call);
      };
    },
    answer(given, asyncReturn) {
      const work = tracked(given);
      work.answered = true;
      work.watchesPromises = asyncReturn;
      if (work.calls.size > 0) work.waiting = [...work.calls].map((call) => ({ call }));
      if (work.resources.length > 0) {
        for (const resource of live(work)) if (isTimer(resource)) work.waiting.push({ resource });
      }
    },
    async judge(given, waits) {
      const work = tracked(given);
      await new Promise<void>((turn) => parts.setImmediate(turn));
      work.watchesPromises = false;
      for (let turns = 0; turns < 3 && live(work).some((resource) => !isTimer(resource)); turns++) {
        await new Promise<void>((turn) => parts.setImmediate(turn));
      }
      const found: LateWork[] = [];
      for (const { resource, call } of work.waiting) {
        if (call !== undefined && call.given !== 'abandoned') found.push({ kind: 'call', what: call.what });
        if (resource === undefined) continue;
        const wasCleared = resource.target._destroyed === true && resource.target._onTimeout === null;
        const late = lateOf(resource);
        if (!wasCleared && (late.kind !== 'immediate' || late.at !== undefined)) found.push(late);
      }
      for (const resource of live(work)) {
        if (isTimer(resource)) continue;
        const late = lateOf(resource);
        if (waits || !['socket', 'server', 'handle'].includes(late.kind)) found.push(late);
      }
      const places = new Set(work.promises.map(ownFrame).filter((at) => at !== undefined));
      for (const at of places) found.push({ kind: 'promise', what: 'await', at });
      work.promises.length = 0;
      work.siblings.delete(work);
      work.isOver = found.length === 0;
      return found;
    },
    alive(given) {
      const work = tracked(given);
      const calls = [...work.calls].map(({ what }): LateWork => ({ kind: 'call', what }));
      return [...live(work).map(lateOf), ...calls];
    },
    isSurelyIdle(given) {
      const work = tracked(given);
      return work.calls.size === 0 && live(work).length === 0 && !work.unseen;
    },
    isUntouched: (work) => !tracked(work).touched,
    async drain(given, limitMs, holds) {
      const work = tracked(given);
      const start = parts.now();
      for (let round = 0; work.calls.size > 0 || live(work).length > 0; round++) {
        if (parts.now() - start >= limitMs) return false;
        await new Promise<void>((turn) => {
          const timer =
            round < 4 ? parts.setImmediate(turn) : parts.setTimeout(turn, Math.min(round - 3, 16));
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
