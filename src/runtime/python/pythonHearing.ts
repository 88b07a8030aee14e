import type { LogLine, ThrownError } from '../invoked.js';
import type { End } from '../outcome.js';
import type { Outside, OutsideAnswer, OutsideQuestion } from '../outside.js';
import type { EndMessage, InstanceMessage } from './pythonMessages.js';
import type { Exit, PythonProcess } from './pythonProcess.js';

/** What is known of an invocation so far. */
export interface Running {
  readonly log: LogLine[];
  durationMs: number;
  memoryBytes: number;
  threads: readonly string[];
  initMs: number;
  notes: readonly string[];
}

/** What an instance says beside its end. */
export function hear(
  child: PythonProcess,
  message: InstanceMessage | { readonly type: 'exited' },
  { running, outside }: { readonly running: Running; readonly outside: Outside | undefined },
): void {
  if (message.type === 'log') running.log.push({ level: message.stream, text: message.text });
  else if (message.type === 'file') outside?.change(message);
  else if (message.type === 'ask') {
    void answerOf(message, outside).then((told) => child.tell({ type: 'answer', id: message.id, ...told }));
  }
}

/** Nobody answers for a function that is only invoked: what it asks for then is refused. */
async function answerOf(
  { what, atMs }: { readonly what: OutsideQuestion; readonly atMs: number },
  outside: Outside | undefined,
): Promise<{ readonly answer: OutsideAnswer; readonly atMs: number }> {
  const refused = { answer: { error: 'ECONNREFUSED' }, atMs };
  try {
    return (await outside?.ask(what, atMs)) ?? refused;
  } catch {
    return refused;
  }
}

export function noteEnd(message: EndMessage, running: Running, outside: Outside | undefined): void {
  running.durationMs = message.durationMs;
  running.memoryBytes = Math.max(running.memoryBytes, message.peakKb * 1024);
  running.threads = message.threads;
  if (message.followsZone) outside?.followZone();
  outside?.knowCode({ followsSeed: message.followsSeed, remembers: message.remembers });
  for (const path of message.read ?? []) outside?.read(path);
  for (const [path, sort] of message.sorts ?? []) outside?.read(path, sort);
  if (message.ok && message.lost.length > 0) outside?.lose(message.lost);
}

export function endOf(message: EndMessage): End {
  if (message.ok) return { type: 'result', json: message.json, by: 'promise', waits: false };
  const { error, trace } = message;
  return { type: 'error', error, stackTrace: trace, by: 'throw', waits: false };
}

export function loadEnd({ error, trace }: { readonly error: ThrownError; readonly trace: string }): End {
  return { type: 'load', error, told: trace };
}

export function exitCode({ code, signal }: Exit): number {
  return code ?? 128 + (signal ?? 0);
}
