import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { exportMisuse, findExport, findHandler, moduleSyntaxMisuse } from '../../runtime/loadHandler.js';

type Finding = {
  readonly isThere: boolean;
  readonly isFunction: boolean;
  readonly others: readonly string[];
};

/**
 * Looks whether a handler can be loaded, in a thread that ends afterwards. A module that throws while it is loaded passes:
 * events tell that.
 *
 * @throws Misuse HANDLER_FILE_NOT_FOUND, HANDLER_EXPORT_NOT_FOUND, HANDLER_SYNTAX, HANDLER_IS_TYPESCRIPT, HANDLER_SPEC or
 * HANDLER_LANGUAGE.
 */
export async function checkHandler(spec: string, cwd: string): Promise<void> {
  const file = findHandler(spec, cwd);
  const finding = await findingIn(pathToFileURL(file.path).href, file.exportName);
  if (finding === undefined) {
    const misuse = file.format === 'module' ? await moduleSyntaxMisuse(file) : undefined;
    if (misuse !== undefined) throw misuse;
  } else if (!finding.isFunction) throw exportMisuse(file, finding.isThere, finding.others);
}

/** Undefined when the module does not load. */
function findingIn(url: string, exportName: string): Promise<Finding | undefined> {
  const source = `const { parentPort, workerData } = require('node:worker_threads');
const findExport = ${findExport};
import(workerData.url).then((loaded) => {
  const { found, others } = findExport(loaded, workerData.exportName);
  parentPort.postMessage({ isThere: found !== undefined, isFunction: typeof found === 'function', others });
}, () => parentPort.postMessage(undefined));`;
  const worker = new Worker(source, {
    eval: true,
    workerData: { url, exportName },
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
