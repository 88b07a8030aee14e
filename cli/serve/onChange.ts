import { watch } from 'node:fs';
import { dirname, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Calls back a moment after files in the folders of handlers have changed. */
export function onChange(handlers: readonly string[], cwd: string, changed: () => void): () => void {
  const files = handlers.map((one) => fileOf(one, cwd));
  let timer: NodeJS.Timeout | undefined;
  const watchers = [...new Set(files.map((file) => dirname(file)))].map((folder) =>
    watch(folder, { recursive: true }, (_, name) => {
      const folders = name?.split(sep) ?? [];
      // What is installed, and what the commands themselves write.
      if (folders.includes('node_modules') || folders.includes('.scf-fixtures')) return;
      clearTimeout(timer);
      timer = setTimeout(changed, 50);
    }),
  );
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}

function fileOf(handler: string, cwd: string): string {
  const path = handler.split('#', 1)[0] as string;
  return path.startsWith('file:') ? fileURLToPath(path) : resolve(cwd, path);
}
