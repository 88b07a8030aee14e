import type { LogLine } from '../outcome.js';
import { overlayEnv, type Patch, replaced, shared } from '../patches.js';

/** One invocation as the guards see it. */
export interface Guarded {
  readonly log: LogLine[];
  /** Keeps what the handler writes from the terminal. */
  readonly quiet: boolean;
  /** True once the handler has answered: what it does to the process from then on is no end of the invocation. */
  readonly answered: boolean;
  /** `process.exit` was called. */
  exit(code: number): void;
  /** Nobody caught this error. */
  crash(thrown: unknown): void;
  /** Notes an outside call that a patched global makes; the returned function ends it. */
  beginCall(what: string): () => void;
}

type Listener = (...args: unknown[]) => void;
const consoleLevels = ['log', 'info', 'warn', 'error', 'debug'] as const;
const errorEvents = ['uncaughtException', 'unhandledRejection'] as const;

/** Globals of this process, patched only while an invocation needs it; calls of everybody else pass through. */
export interface ProcessGuard {
  /** Console, standard output, fetch and process.exit; the returned function takes the patches back. */
  takeOutput(): () => void;
  /** Uncaught errors and unhandled rejections that an invocation caused. */
  takeErrors(): () => void;
  /** Sets environment variables; the returned function restores what was there before the first of those alive. */
  takeEnv(variables: Readonly<Record<string, string>>): () => void;
}

/** @param current the invocation that the running code belongs to. */
export function createProcessGuard(
  current: () => Guarded | undefined,
  format: (...args: unknown[]) => string,
): ProcessGuard {
  return {
    takeOutput: shared(() => outputPatches(current, format)),
    takeErrors: shared(() => errorPatches(current)),
    takeEnv: overlayEnv,
  };
}

function outputPatches(
  current: () => Guarded | undefined,
  format: (...args: unknown[]) => string,
): readonly Patch[] {
  // console.log writes to standard output itself: note that once.
  let insideConsole = false;
  const consoles = consoleLevels.map((level) =>
    replaced(console, level, (original) => (...args: unknown[]) => {
      const invocation = insideConsole ? undefined : current();
      invocation?.log.push({ level, text: format(...args) });
      if (invocation?.quiet) return;
      insideConsole = true;
      try {
        original().apply(console, args);
      } finally {
        insideConsole = false;
      }
    }),
  );
  const streams = (['stdout', 'stderr'] as const).map((stream) =>
    replaced(process[stream], 'write', (original) => {
      const write = (chunk: Uint8Array | string, ...rest: unknown[]): boolean => {
        const invocation = insideConsole ? undefined : current();
        if (invocation !== undefined) {
          const text = typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString();
          invocation.log.push({ level: stream, text: text.replace(/\n$/, '') });
          if (invocation.quiet) {
            const done = rest.at(-1);
            if (typeof done === 'function') process.nextTick(done as () => void);
            return true;
          }
        }
        return Reflect.apply(original(), process[stream], [chunk, ...rest]) as boolean;
      };
      return write as typeof process.stdout.write;
    }),
  );
  const exit = replaced(process, 'exit', (original) => (code?: number | string | null): never => {
    const invocation = current();
    if (invocation === undefined || invocation.answered) return original()(code);
    invocation.exit(Number(code ?? process.exitCode ?? 0));
    throw new Error('process.exit was called; the platform would have ended the process here');
  });
  const fetching = replaced(globalThis, 'fetch', (original) => (...args) => {
    const invocation = current();
    const answer = original()(...args);
    if (invocation === undefined) return answer;
    const [input, init] = args;
    const request = input instanceof Request ? input : undefined;
    const end = invocation.beginCall(
      `${init?.method ?? request?.method ?? 'GET'} ${request?.url ?? String(input)}`,
    );
    answer.then(
      () => end(),
      () => end(),
    );
    return answer;
  });
  return [...consoles, ...streams, exit, fetching];
}

/** Takes the place of all listeners (a test runner's, too), which still hear what no invocation caused. */
function errorPatches(current: () => Guarded | undefined): readonly Patch[] {
  return errorEvents.map((event) => {
    let others: readonly Listener[] = [];
    const ours: Listener = (thrown, ...rest) => {
      const invocation = current();
      if (invocation !== undefined) {
        invocation.crash(thrown);
        return;
      }
      if (others.length === 0) throw thrown;
      for (const listener of others) Reflect.apply(listener, process, [thrown, ...rest]);
    };
    return {
      apply() {
        others = process.rawListeners(event) as Listener[];
        process.removeAllListeners(event);
        process.on(event, ours);
      },
      undo() {
        process.removeListener(event, ours);
        const added = process.rawListeners(event) as Listener[];
        process.removeAllListeners(event);
        for (const listener of [...others, ...added]) process.on(event, listener);
      },
    };
  });
}
