import type { Outcome } from './outcome.js';

const mebibyte = 1_048_576;

/**
 * Writes an outcome as the lines of SCF's own log: START, the init report of a cold start, what the handler wrote,
 * ERROR or Response, END, and the report with duration and memory.
 *
 * @example
 * const outcome = await invoke(async () => 'Hello', {}, { context: { request_id: 'request-1' } });
 * formatLog(outcome)[0]; // 'START RequestId: request-1'
 */
export function formatLog(outcome: Outcome): string[] {
  const id = outcome.requestId;
  const memory = `Memory:${outcome.memoryLimitMb}MB MemUsage:${(outcome.memoryBytes / mebibyte).toFixed(6)}MB`;
  const lines = [`START RequestId: ${id}`];
  if (outcome.cold) {
    const init = Math.round(outcome.initMs);
    lines.push(`Init Report RequestId: ${id} Coldstart: ${init}ms (InitFunction: ${init}ms) ${memory}`);
  }
  for (const line of outcome.log) lines.push(...line.text.split('\n'));
  if (outcome.ok) lines.push(`Response RequestId: ${id} RetMsg: ${outcome.json}`);
  else lines.push(`ERROR RequestId: ${id} Result: ${JSON.stringify(outcome.body)}`);
  lines.push(`END RequestId: ${id}`);
  lines.push(`Report RequestId: ${id} Duration:${Math.round(outcome.durationMs)}ms ${memory}`);
  return lines;
}

/** The same of a web function, whose answers are not logged: https://cloud.tencent.com/document/product/583/56124 */
export function formatWebLog(outcome: Outcome): string[] {
  const id = outcome.requestId;
  const duration = `${Math.round(outcome.durationMs)}ms`;
  const used = `${(outcome.memoryBytes / mebibyte).toFixed(2)}MB`;
  const init = `InitDuration: ${Math.round(outcome.initMs)}ms Duration: ${duration} Memory: ${outcome.memoryLimitMb}MB MemUsage: ${used}`;
  return [
    `START RequestId:${id}`,
    ...outcome.log.flatMap(({ text }) => text.split('\n')),
    ...(outcome.cold ? [`Init Report RequestId: ${id} ${init}`] : []),
    ...(outcome.ok ? [] : [`ERROR RequestId:${id} Result:${JSON.stringify(outcome.body)}`]),
    `END RequestId:${id}`,
    `Report RequestId:${id} Duration:${duration} Memory:${outcome.memoryLimitMb}MB MemUsage:${used}`,
  ];
}
