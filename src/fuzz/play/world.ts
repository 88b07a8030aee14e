import { isObject } from '../../kernel/json.js';
import { Misuse } from '../../kernel/misuse.js';

/** What a world holds: the items of each of its parts, as JSON. */
export type WorldState = Readonly<Record<string, readonly string[]>>;

/** Who makes worlds and takes them away: the test, not the handler. */
export interface WorldMaker<World> {
  setup(): World | Promise<World>;
  readonly stateOf?: ((world: World) => unknown) | undefined;
  readonly teardown?: ((world: World) => unknown) | undefined;
}

/** @throws Misuse SETUP_FAILED */
export async function worldOf<World>({ setup }: WorldMaker<World>): Promise<World> {
  try {
    return await setup();
  } catch (error) {
    throw failed(error, { code: 'SETUP_FAILED', what: 'make the world of a case', option: 'setup' });
  }
}

/**
 * What the world holds now; undefined where nobody tells.
 *
 * @throws Misuse STATE_FAILED, also for what JSON cannot hold.
 */
export async function stateOf<World>(
  { stateOf: tell }: WorldMaker<World>,
  world: World,
): Promise<WorldState | undefined> {
  if (tell === undefined) return undefined;
  try {
    const state: unknown = await tell(world);
    const parts = isObject(state) && !Array.isArray(state) ? Object.entries(state) : [['', state] as const];
    return Object.fromEntries(parts.map(([name, part]) => [`world ${name}`.trim(), itemsOf(part)]));
  } catch (error) {
    throw failed(error, {
      code: 'STATE_FAILED',
      what: 'tell what the world of a case holds',
      option: 'stateOf',
    });
  }
}

/** @throws Misuse TEARDOWN_FAILED */
export async function endWorld<World>({ teardown }: WorldMaker<World>, world: World): Promise<void> {
  try {
    await teardown?.(world);
  } catch (error) {
    throw failed(error, {
      code: 'TEARDOWN_FAILED',
      what: 'take away the world of a case',
      option: 'teardown',
    });
  }
}

function itemsOf(part: unknown): string[] {
  const items = Array.isArray(part) ? part : part instanceof Set || part instanceof Map ? [...part] : [part];
  return items.map((item) => JSON.stringify(item, withoutBigInts) ?? 'undefined');
}

function withoutBigInts(_name: string, value: unknown): unknown {
  return typeof value === 'bigint' ? `${value}n` : value;
}

function failed(
  error: unknown,
  { code, what, option }: { readonly code: string; readonly what: string; readonly option: string },
): Misuse {
  if (error instanceof Misuse) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return new Misuse(
    code,
    `Cannot ${what}: ${option} fails with ${JSON.stringify(reason)}. Mend ${option}, which is the test's and no part of the handler.`,
    { cause: error },
  );
}
