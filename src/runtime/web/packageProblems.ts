import { readdirSync } from 'node:fs';
import { bootstrapName } from './bootstrapName.js';
import { listeningProblems } from './listeningProblems.js';
import {
  type Bootstrap,
  commandProblems,
  fileProblems,
  missingBootstrap,
  pages,
  startOf,
  type WebProblem,
} from './packageRules.js';
import { languageOf } from './startCommand.js';
import { configIn, type WebConfig } from './webConfig.js';
import { openPackage, type WebPackage } from './webPackage.js';
import { writtenBootstrap } from './writtenBootstrap.js';

/** What keeps a package from starting, or from being reached. */
export function packageProblems(path: string): readonly WebProblem[] {
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
  if (text === undefined)
    return [...missingBootstrap(given, config), ...writtenProblems(given, config), ...imageProblems(given)];
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

/** What can be told of a server that a component starts: its interpreter is the component's business. */
function writtenProblems(given: WebPackage, config: WebConfig | undefined): WebProblem[] {
  const written = writtenBootstrap(config);
  if (config === undefined || written === undefined) return [];
  const start = startOf({ text: written.text, mode: undefined });
  const entry = commandProblems(start, given, config.runtime).filter(({ rule }) => rule === 'web/entry');
  return [
    ...entry.map(({ line: _, ...problem }) => ({ ...problem, file: config.file, source: written.source })),
    ...listeningProblems(given, { start, isScript: false, config }),
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
