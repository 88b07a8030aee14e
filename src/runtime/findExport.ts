/**
 * Finds an export, also where `module.exports = { main_handler }` stands under `default`, and the names of all that
 * are functions.
 */
export function findExport(loaded: unknown, name: string): { found: unknown; others: string[] } {
  const exports = Object(loaded) as Record<string, unknown>;
  const inner = Object(exports.default) as Record<string, unknown>;
  const others = Object.keys(exports).filter((other) => typeof exports[other] === 'function');
  return { found: exports[name] ?? inner[name], others };
}
