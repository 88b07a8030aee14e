import { readdirSync } from 'node:fs';
import { bootstrapName } from './web/bootstrapName.js';
import { listeningProblems } from './web/listeningProblems.js';
import {
  type Bootstrap,
  commandProblems,
  fileProblems,
  missingBootstrap,
  pages,
  startOf,
  type WebProblem,
} from './web/packageRules.js';
import { languageOf } from './web/startCommand.js';
import { configIn } from './web/webConfig.js';
import { openPackage, type WebPackage } from './web/webPackage.js';

export { isWebFunction } from './web/isWebFunction.js';
export type { WebProblem } from './web/packageRules.js';

/**
 * Checks the package of a web function, which listens on port 9000 and is started by scf_bootstrap, without running it.
 *
 * @param path its folder, or the zip file that is uploaded.
 * @returns what keeps it from starting, or from being reached, with the status that the platform ends with.
 * @throws Misuse NO_PACKAGE.
 * @example
 * await checkWebFunction('test/runtime/webFunctions/right'); // []
 */
export async function checkWebFunction(path: string): Promise<readonly WebProblem[]> {
  const given = openPackage(path, (folder) => readdirSync(folder));
  try {
    return problemsOf(given);
  } finally {
    given.close();
  }
}

function problemsOf(given: WebPackage): readonly WebProblem[] {
  const config = configIn(given);
  const text = given.read(bootstrapName);
  if (text === undefined) return [...missingBootstrap(given, config), ...imageProblems(given)];
  const bootstrap: Bootstrap = { text, mode: given.modeOf(bootstrapName) };
  const start = startOf(bootstrap);
  const isScript = languageOf(text.split(/\s/, 1)[0] ?? '') !== undefined;
  return [
    ...fileProblems(bootstrap),
    ...(isScript ? [] : commandProblems(start, given, config?.runtime)),
    ...listeningProblems(given, { start, isScript, config }),
    ...imageProblems(given),
  ];
}

/** What an image needs must not lie in /tmp, in whose place the platform puts an empty one. */
function imageProblems(given: WebPackage): WebProblem[] {
  const lines = given.read('Dockerfile')?.split(/\r?\n/) ?? [];
  return lines.flatMap((text, index): WebProblem[] => {
    if (!/^\s*(?:(?:COPY|ADD)\s.*\s|WORKDIR\s+)["']?\/tmp(?:\/|["']?\s*$)/i.test(text)) return [];
    return [
      {
        rule: 'web/image-tmp',
        severity: 'error',
        file: 'Dockerfile',
        line: index + 1,
        text: 'What the image has in /tmp is not there: the platform puts an empty one in its place. Put it somewhere else.',
        status: 405,
        source: pages.bootstrap,
      },
    ];
  });
}
