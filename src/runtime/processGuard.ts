import type { LogLine } from './outcome.js';

/** One invocation as the guards see it. */
export interface Guarded {
  readonly log: LogLine[];
  /** Keeps what the handler writes from the terminal. */
  readonly quiet: boolean;
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
    takeOutput: shared(() => patchOutput(current, format)),
    takeErrors: shared(() => patchErrors(current)),
    takeEnv: envOverlay(),
  };
}

/** Patches once for all who ask and unpatches after the last of them is done. */
function shared(patch: () => () => void): () => () => void {
  let holders = 0;
  let undo: (() => void) | undefined;
  return () => {
    if (holders++ === 0) undo = patch();
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      if (--holders === 0) undo?.();
    };
  };
}

/** Replaces a method; the undo leaves it alone when somebody else replaced it meanwhile. */
function replace<Target extends object, Name extends keyof Target>(
  target: Target,
  name: Name,
  make: (original: Target[Name]) => Target[Name],
): () => void {
  const original = target[name];
  const replacement = make(original);
  target[name] = replacement;
  return () => {
    if (target[name] === replacement) target[name] = original;
  };
}

function patchOutput(current: () => Guarded | undefined, format: (...args: unknown[]) => string): () => void {
  // console.log writes to standard output itself: note that once.
  let insideConsole = false;
  const undo: (() => void)[] = [];
  for (const level of consoleLevels) {
    undo.push(
      replace(console, level, (original) => (...args: unknown[]) => {
        const invocation = current();
        invocation?.log.push({ level, text: format(...args) });
        if (invocation?.quiet) return;
        insideConsole = true;
        try {
          original.apply(console, args);
        } finally {
          insideConsole = false;
        }
      }),
    );
  }
  for (const stream of ['stdout', 'stderr'] as const) {
    undo.push(
      replace(process[stream], 'write', (original) => {
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
          return Reflect.apply(original, process[stream], [chunk, ...rest]) as boolean;
        };
        return write as typeof original;
      }),
    );
  }
  undo.push(
    replace(process, 'exit', (original) => (code?: number | string | null): never => {
      const invocation = current();
      if (invocation === undefined) return original(code);
      invocation.exit(Number(code ?? process.exitCode ?? 0));
      throw new Error('process.exit was called; the platform would have ended the process here');
    }),
    replace(globalThis, 'fetch', (original) => (...args) => {
      const invocation = current();
      const answer = original(...args);
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
    }),
  );
  return () => {
    for (const one of undo.reverse()) one();
  };
}

/** Takes the place of all listeners (a test runner's, too), which still hear what no invocation caused. */
function patchErrors(current: () => Guarded | undefined): () => void {
  const undo: (() => void)[] = [];
  for (const event of errorEvents) {
    const others = process.rawListeners(event) as Listener[];
    const ours: Listener = (thrown, ...rest) => {
      const invocation = current();
      if (invocation !== undefined) {
        invocation.crash(thrown);
        return;
      }
      if (others.length === 0) throw thrown;
      for (const listener of others) Reflect.apply(listener, process, [thrown, ...rest]);
    };
    process.removeAllListeners(event);
    process.on(event, ours);
    undo.push(() => {
      process.removeListener(event, ours);
      const added = process.rawListeners(event) as Listener[];
      process.removeAllListeners(event);
      for (const listener of [...others, ...added]) process.on(event, listener);
    });
  }
  return () => {
    for (const one of undo) one();
  };
}

function envOverlay(): ProcessGuard['takeEnv'] {
  const before = new Map<string, { readonly value: string | undefined; holders: number }>();
  return (variables) => {
    const names = Object.keys(variables);
    for (const name of names) {
      const known = before.get(name);
      if (known === undefined) before.set(name, { value: process.env[name], holders: 1 });
      else known.holders++;
      process.env[name] = variables[name];
    }
    return () => {
      for (const name of names) {
        const known = before.get(name);
        if (known === undefined || --known.holders > 0) continue;
        before.delete(name);
        if (known.value === undefined) delete process.env[name];
        else process.env[name] = known.value;
      }
    };
  };
}
