// The handlers of the bench, one a file, in folders named after their trigger.
import { readdirSync } from 'node:fs';
import { basename, extname, join } from 'node:path';

/** @param group 'correct', 'idle' or 'harmful'. */
export function handlersOf(group) {
  const folder = join(import.meta.dirname, group);
  return readdirSync(folder).flatMap((trigger) =>
    readdirSync(join(folder, trigger)).map((file) => ({
      trigger,
      name: `${trigger}/${basename(file, extname(file))}`,
      path: join(folder, trigger, file),
    })),
  );
}

/** Runs `work` on each of a list, a few at a time; the results are in the order of the list. */
export async function each(list, work, atOnce = 2) {
  const results = [];
  const rest = list.entries();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const [index, item] of rest) results[index] = await work(item);
    }),
  );
  return results;
}
