import { setImmediate } from 'node:timers';
import { replaced } from '../../runtime/patches.js';

const fatalException = '_fatalException';

/** True where this Node has what leaves them. */
export function canReleaseContexts(): boolean {
  return typeof Reflect.get(process, fatalException) === 'function';
}

/**
 * Leaves all asynchronous contexts, which Node does after an error that nobody caught, and at no other call: where
 * execution is ended inside of one, Node takes their stack for corrupted and aborts. What runs until the end may enter
 * another, so that Node compares no stacks until the loop comes round.
 */
export function releaseContexts(): void {
  leaveContexts();
  const comparing = comparedStacks();
  if (comparing === undefined) return;
  const { fields, places } = comparing;
  const before = places.map((place) => fields[place] ?? 0);
  for (const place of places) fields[place] = 0;
  setImmediate(() => {
    leaveContexts();
    // What was switched on or off meanwhile stays so.
    for (const [index, place] of places.entries())
      fields[place] = (fields[place] ?? 0) + (before[index] ?? 0);
  });
}

function leaveContexts(): void {
  const names = ['uncaughtException', 'uncaughtExceptionMonitor'] as const;
  const listeners = names.map((name) => process.rawListeners(name));
  for (const name of names) process.removeAllListeners(name);
  process.on('uncaughtException', () => {});
  Reflect.apply(Reflect.get(process, fatalException), process, [new Error('stopped')]);
  for (const [index, name] of names.entries()) {
    process.removeAllListeners(name);
    for (const listener of listeners[index] ?? []) process.on(name, listener as () => void);
  }
}

/** Where Node keeps whether it compares the stacks of contexts, as far as this version tells. */
function comparedStacks(): { readonly fields: Uint32Array; readonly places: readonly number[] } | undefined {
  // Node warns of the only way there.
  const quiet = replaced(process, 'noDeprecation', () => true);
  quiet.apply();
  try {
    const binding: AsyncWrapBinding = Reflect.apply(Reflect.get(process, 'binding'), process, ['async_wrap']);
    const { async_hook_fields: fields, constants } = binding;
    const places = [constants?.kTotals, constants?.kCheck].filter((place) => place !== undefined);
    return fields instanceof Uint32Array ? { fields, places } : undefined;
  } catch {
    return undefined;
  } finally {
    quiet.undo();
  }
}

/** What Node's own code keeps of asynchronous contexts, in Node 20 to 24. */
interface AsyncWrapBinding {
  readonly async_hook_fields?: Uint32Array;
  readonly constants?: { readonly kTotals?: number; readonly kCheck?: number };
}
