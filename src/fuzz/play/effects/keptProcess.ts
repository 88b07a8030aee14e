import { isMainThread } from 'node:worker_threads';
import { type Patch, setVariable, shared } from '../../../runtime/patches.js';

/** Events of a process that a handler may keep from their meaning, as Ctrl-C. */
const watched = /^(SIG[A-Z0-9]+|uncaughtException|unhandledRejection)$/;

/**
 * Keeps what fuzzed handlers may change of this process: environment variables, the working directory, the mask of new
 * files, and who hears of signals and of errors that nobody catches.
 *
 * @returns takes it back.
 */
export const keepProcess = shared(() => [keptEnvironment(), keptDirectory(), keptListeners()]);

function keptEnvironment(): Patch {
  let before: NodeJS.ProcessEnv = {};
  return {
    apply: () => {
      before = { ...process.env };
    },
    undo: () => {
      for (const name of Object.keys(process.env))
        if (!Object.hasOwn(before, name)) setVariable(name, undefined);
      for (const [name, value] of Object.entries(before))
        if (process.env[name] !== value) setVariable(name, value);
    },
  };
}

/** Only the main thread can change them. */
function keptDirectory(): Patch {
  let before = { cwd: '', umask: 0 };
  return {
    apply: () => {
      if (isMainThread) before = { cwd: process.cwd(), umask: umaskNow() };
    },
    undo: () => {
      if (!isMainThread) return;
      if (process.cwd() !== before.cwd) process.chdir(before.cwd);
      process.umask(before.umask);
    },
  };
}

/** To ask for it without setting it is deprecated. */
function umaskNow(): number {
  const now = process.umask(0o022);
  process.umask(now);
  return now;
}

function keptListeners(): Patch {
  const heard = () => process.eventNames().filter((name) => watched.test(String(name)));
  let before = new Map<string | symbol, readonly unknown[]>();
  return {
    apply: () => {
      before = new Map(heard().map((name) => [name, process.rawListeners(name)]));
    },
    undo: () => {
      for (const name of heard())
        for (const listener of process.rawListeners(name))
          if (!before.get(name)?.includes(listener)) process.off(name, listener as () => void);
    },
  };
}
