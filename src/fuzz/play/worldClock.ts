/** Moves a world that keeps a clock of its own along the virtual clock of the delivery. */
export function clockOf(world: unknown): (atMs: number) => void {
  let now = 0;
  return (atMs) => {
    const passed = atMs - now;
    if (passed <= 0 || typeof world !== 'object' || world === null) return;
    now = atMs;
    const advance: unknown = Reflect.get(world, 'advance');
    if (typeof advance === 'function') Reflect.apply(advance, world, [passed]);
  };
}
