/** Something of this process that is replaced for a while. */
export interface Patch {
  apply(): void;
  undo(): void;
}

/**
 * Applies patches once for all who ask, in their order, and undoes them in the reverse order after the last of them is
 * done. A patch that throws takes back those before it.
 *
 * @param make is called once, at the first time that somebody asks.
 * @returns applies them; what that returns is called when they are no longer needed.
 * @example
 * const watchParse = shared(() => [replaced(JSON, 'parse', (original) => (text) => original()(text))]);
 * const release = watchParse();
 * release();
 */
export function shared(make: () => readonly Patch[]): () => () => void {
  let patches: readonly Patch[] | undefined;
  let holders = 0;
  return () => {
    patches ??= make();
    if (holders === 0) applyAll(patches);
    holders++;
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      if (--holders === 0) undoAll(patches ?? []);
    };
  };
}

function applyAll(patches: readonly Patch[]): void {
  const applied: Patch[] = [];
  try {
    for (const patch of patches) {
      patch.apply();
      applied.push(patch);
    }
  } catch (error) {
    undoAll(applied);
    throw error;
  }
}

function undoAll(patches: readonly Patch[]): void {
  for (const patch of [...patches].reverse()) patch.undo();
}

/**
 * Replaces the value of a member. Its attributes stay; a member that was absent or inherited is an own one meanwhile.
 * The undo leaves alone what somebody else put there.
 *
 * @param make makes the replacement, each time the patch is applied. `original` gives what stands behind it, which
 * changes when a patch of the same member that was there before is undone first. What returns the original leaves it.
 */
export function replaced<Target extends object, Name extends keyof Target>(
  target: Target,
  name: Name,
  make: (original: () => Target[Name]) => Target[Name],
): Patch;
export function replaced(
  target: object,
  name: PropertyKey,
  make: (original: () => unknown) => unknown,
): Patch;
export function replaced(target: object, name: PropertyKey, make: (original: () => never) => unknown): Patch {
  return replacedProperty(target, name, (behind) => {
    const original = (): unknown => {
      const kept = behind();
      if (kept === undefined) return inherited(target, name);
      return kept.get === undefined ? kept.value : Reflect.apply(kept.get, target, []);
    };
    const before = original();
    const value = make(original as () => never);
    if (value === before) return undefined;
    const { enumerable = true, configurable = true, writable = true } = behind() ?? {};
    return { value, enumerable, configurable, writable };
  });
}

function inherited(target: object, name: PropertyKey): unknown {
  const prototype: object | null = Reflect.getPrototypeOf(target);
  return prototype === null ? undefined : Reflect.get(prototype, name, target);
}

/** A member that is replaced now. */
interface Layer {
  readonly name: PropertyKey;
  readonly installed: PropertyDescriptor;
  /** What stands behind it; undefined for a member that was absent. */
  behind: PropertyDescriptor | undefined;
}

/** What of each object is replaced now, so that a patch below another can be taken out. */
const layersOf = new WeakMap<object, Set<Layer>>();

/**
 * Replaces an own property as a whole, such as a getter; see {@link replaced}.
 *
 * @param make makes the new descriptor; undefined leaves the property as it is.
 */
export function replacedProperty(
  target: object,
  name: PropertyKey,
  make: (behind: () => PropertyDescriptor | undefined) => PropertyDescriptor | undefined,
): Patch {
  let layer: Layer | undefined;
  return {
    apply() {
      const before = Object.getOwnPropertyDescriptor(target, name);
      let applied: Layer | undefined;
      const installed = make(() => (applied === undefined ? before : applied.behind));
      if (installed === undefined) return;
      Object.defineProperty(target, name, installed);
      applied = { name, installed, behind: before };
      layer = applied;
      const layers = layersOf.get(target) ?? new Set();
      layersOf.set(target, layers.add(applied));
    },
    undo() {
      if (layer !== undefined) takeOut(target, layer);
      layer = undefined;
    },
  };
}

function takeOut(target: object, layer: Layer): void {
  const layers = layersOf.get(target);
  layers?.delete(layer);
  const above = [...(layers ?? [])].find(
    (other) => other.name === layer.name && isSame(other.behind, layer.installed),
  );
  if (above !== undefined) above.behind = layer.behind;
  if (!isSame(Object.getOwnPropertyDescriptor(target, layer.name), layer.installed)) return;
  if (layer.behind === undefined) Reflect.deleteProperty(target, layer.name);
  else Reflect.defineProperty(target, layer.name, layer.behind);
}

function isSame(one: PropertyDescriptor | undefined, other: PropertyDescriptor): boolean {
  return one !== undefined && one.value === other.value && one.get === other.get && one.set === other.set;
}

/** Values of one environment variable, the newest last, and what it was before the first of them. */
interface Overlay {
  readonly before: string | undefined;
  readonly values: { readonly value: string | undefined }[];
}

const overlays = new Map<string, Overlay>();

/**
 * Sets environment variables; undefined deletes one. Where several overlap, the newest that is still held counts, and
 * the last to end restores what was there before the first, whatever has been written meanwhile.
 *
 * @returns ends it.
 */
export function overlayEnv(variables: Readonly<Record<string, string | undefined>>): () => void {
  const releases = Object.entries(variables).map(([name, value]) => overlayVariable(name, value));
  return () => {
    for (const release of releases) release();
  };
}

function overlayVariable(name: string, value: string | undefined): () => void {
  const overlay = overlays.get(name) ?? { before: process.env[name], values: [] };
  overlays.set(name, overlay);
  const own = { value };
  overlay.values.push(own);
  setVariable(name, value);
  return () => {
    const index = overlay.values.indexOf(own);
    if (index < 0) return;
    overlay.values.splice(index, 1);
    const isNewest = index === overlay.values.length;
    if (overlay.values.length === 0) overlays.delete(name);
    if (isNewest) setVariable(name, (overlay.values.at(-1) ?? { value: overlay.before }).value);
  };
}

/** Sets an environment variable for good; undefined deletes it. */
export function setVariable(name: string, value: string | undefined): void {
  if (value === undefined) delete process.env[name];
  else process.env[name] = value;
}

const maxFrames = 50;
const deeper = replaced(Error, 'stackTraceLimit', () => maxFrames);

/** An error whose stack reaches down to the handler, below whatever watches it. */
export function deepError(): Error {
  deeper.apply();
  try {
    return new Error();
  } finally {
    deeper.undo();
  }
}

/** Takes away a global variable. */
export function removeGlobal(name: string): void {
  Reflect.deleteProperty(globalThis, name);
}
