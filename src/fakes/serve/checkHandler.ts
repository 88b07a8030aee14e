import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { checkHandlerThreadText } from '../../generated/checkHandlerThreadText.js';
import { exportMisuse, findHandler, moduleSyntaxMisuse } from '../../runtime/loadHandler.js';
import { type Asked, findFunction } from '../../runtime/runtimes.js';

/** What the thread is started with. */
export interface CheckStart {
  readonly url: string;
  readonly exportName: string;
}

/** What the thread found. */
export interface Finding {
  readonly isThere: boolean;
  readonly isFunction: boolean;
  readonly others: readonly string[];
}

/**
 * Looks whether a handler in JavaScript can be loaded, in a thread that ends afterwards. A module that throws while it is loaded passes:
 * events tell that.
 *
 * @throws Misuse HANDLER_FILE_NOT_FOUND, HANDLER_EXPORT_NOT_FOUND, HANDLER_SYNTAX, HANDLER_IS_TYPESCRIPT, HANDLER_SPEC or
 * HANDLER_LANGUAGE.
 */
export async function checkHandler(spec: string, cwd: string, asked: Asked = {}): Promise<void> {
  if (findFunction(spec, cwd, asked) !== undefined) return;
  const file = findHandler(spec, cwd);
  const finding = await findingIn({ url: pathToFileURL(file.path).href, exportName: file.exportName });
  if (finding === undefined) {
    const misuse = file.format === 'module' ? await moduleSyntaxMisuse(file) : undefined;
    if (misuse !== undefined) throw misuse;
  } else if (!finding.isFunction) throw exportMisuse(file, finding);
}

/** Undefined when the module does not load. */
function findingIn(start: CheckStart): Promise<Finding | undefined> {
  const worker = new Worker(checkHandlerThreadText, {
    eval: true,
    workerData: start,
    stdout: true,
    stderr: true,
  });
  return new Promise((resolve) => {
    worker.once('message', (finding: Finding | undefined) => {
      resolve(finding);
      void worker.terminate();
    });
    worker.once('error', () => resolve(undefined));
    worker.once('exit', () => resolve(undefined));
  });
}
