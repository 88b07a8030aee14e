import { isAbsolute } from 'node:path';
import type { LateWork, LateWorkKind } from './outcome.js';
import { stackFrameOf } from './stackFrame.js';

/** Something that async hooks saw being made. */
export interface Resource {
  /** Node's name of it: `Timeout`, `TCPWRAP`. */
  readonly type: string;
  readonly target: ResourceState;
  /** Holds the stack of where it was made. */
  readonly made: Error;
}

/** What Node keeps on the object itself, as far as it tells whether that is still alive. */
export interface ResourceState {
  _destroyed?: boolean;
  _repeat?: number | null;
  _onTimeout?: unknown;
  _idleTimeout?: number;
  refresh?(): void;
  buffer?: unknown;
  hasRef?(): boolean;
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

/** Their socket, file or signal is what counts, not they. */
const inert = new Set(
  'TickObject Microtask FILEHANDLE FILEHANDLECLOSEREQ SHUTDOWNWRAP WRITEWRAP TCPCONNECTWRAP PIPECONNECTWRAP PIPECONNECTREQWRAP HTTPCLIENTREQUEST HTTPINCOMINGMESSAGE HTTPPARSER TLSWRAP SIGNALWRAP TTYWRAP bound-anonymous-fn AsyncResource'.split(
    ' ',
  ),
);

/** True for types that are never work of their own. */
export function isInert(type: string): boolean {
  return inert.has(type);
}

export function isTimer({ type }: Resource): boolean {
  return type === 'Timeout' || type === 'Immediate';
}

/** True for a timer that was cleared before it fired. */
export function wasCleared({ target }: Resource): boolean {
  return target._destroyed === true && target._onTimeout === null;
}

/** True for a request to the file system. */
export function isFileRequest(type: string): boolean {
  return kindOfType[type] === 'file';
}

/** Requests under way; Node has no documented way to see them one by one. */
export function activeRequests(): readonly object[] {
  const list: unknown = Reflect.get(process, '_getActiveRequests');
  return typeof list === 'function' ? (list.call(process) as object[]) : [];
}

/** @param requests those that are under way, see {@link activeRequests}. */
export function keepsLoopAlive({ type, target, made }: Resource, requests: readonly object[]): boolean {
  if (target._destroyed !== undefined) return !target._destroyed && target.hasRef?.() !== false;
  if (type === 'ZLIB') return target.buffer !== null && target.buffer !== undefined;
  if (typeof target.hasRef === 'function') return target.hasRef() && !isClosing(target);
  return requests.includes(target) && !/at (\w+\.)?close /.test(made.stack ?? '');
}

/** A socket that was ended or destroyed only waits for the other side. */
function isClosing(target: object): boolean {
  const symbol = Object.getOwnPropertySymbols(target).find((one) => one.description === 'owner_symbol');
  if (symbol === undefined) return false;
  const owner = (target as Record<symbol, unknown>)[symbol];
  const { destroyed, writableEnded } = (owner ?? {}) as { destroyed?: boolean; writableEnded?: boolean };
  return destroyed === true || writableEnded === true;
}

/** A handle may be unreferenced now and referenced later; a request or a timer is over for good. */
export function mayLiveAgain({ type, target }: Resource): boolean {
  return type === 'ZLIB' || (target._destroyed !== true && target.hasRef !== undefined);
}

/** True for what does not show when it ends: a job of crypto or of a native addon. */
export function isUnseen({ type, target }: Resource): boolean {
  return target._destroyed === undefined && kindOfType[type] === undefined;
}

/** @param isForeignFrame true for a line of a stack that is none of the handler's code. */
export function lateWorkOf(
  { type, target, made }: Resource,
  isForeignFrame: (line: string) => boolean,
): LateWork {
  const at = handlerFrame(made, isForeignFrame);
  let kind = kindOfType[type] ?? 'handle';
  if (type === 'Immediate') kind = 'immediate';
  if (type === 'Timeout') kind = typeof target._repeat === 'number' ? 'interval' : 'timer';
  return { kind, what: type, ...(at === undefined ? {} : { at }) };
}

/** The first line of a stack that is the handler's own code. */
export function handlerFrame(made: Error, isForeignFrame: (line: string) => boolean): string | undefined {
  for (const line of (made.stack ?? '').split('\n').slice(1)) {
    const isFile = isAbsolute(stackFrameOf(line)?.file ?? '');
    if (!isFile || line.includes('node_modules') || isForeignFrame(line)) continue;
    return line.trim().replace(/^at (async )?/, '');
  }
  return undefined;
}

/** True for what a library made: of the files in a stack, the innermost is a package's. */
export function isOfLibrary(made: Error, isForeignFrame: (line: string) => boolean): boolean {
  const inner = (made.stack ?? '')
    .split('\n')
    .slice(1)
    .find((line) => isAbsolute(stackFrameOf(line)?.file ?? '') && !isForeignFrame(line));
  return inner?.includes('node_modules') === true;
}

/** Starts a timer anew that is to run out in a millisecond; Node has no documented way to change how long one takes. */
export function runOutSoon({ target }: Resource): void {
  if (typeof target._repeat === 'number' || typeof target.refresh !== 'function') return;
  target._idleTimeout = 1;
  target.refresh();
}
