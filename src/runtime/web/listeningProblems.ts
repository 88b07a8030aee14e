import { bootstrapName } from './bootstrapName.js';
import type { Listening } from './listening.js';
import { listeningPlaces } from './listeningPlaces.js';
import { pages, type WebProblem } from './packageRules.js';
import type { StartCommand } from './startCommand.js';
import type { WebConfig } from './webConfig.js';
import type { WebPackage } from './webPackage.js';

/** The only port that the platform asks. */
const port = 9000;
const local = ['127.0.0.1', 'localhost', '::1'];

/** Where the server listens, if that is not where the platform asks; nothing where one of its servers is right. */
export function listeningProblems(
  given: WebPackage,
  {
    start,
    isScript,
    config,
  }: {
    readonly start: StartCommand | undefined;
    readonly isScript: boolean;
    readonly config: WebConfig | undefined;
  },
): WebProblem[] {
  const env = { ...config?.env, ...start?.env };
  const { places, isNextTwice } = listeningPlaces(given, { start, isScript, env });
  const twice: WebProblem[] = isNextTwice
    ? [
        {
          rule: 'web/next-twice',
          severity: 'warning',
          file: bootstrapName,
          text: 'To require next/dist/cli/next-start starts a server by itself, since Next.js 12, which takes port 9000 from the one that is wanted. Run next start -p 9000.',
          source: 'https://github.com/serverless/serverless-tencent/issues/204',
        },
      ]
    : [];
  const isRight = ({ port: at, variable, host }: Listening) =>
    variable === undefined && (at === undefined || at === port) && !local.includes(host ?? '');
  return [...twice, ...(places.some(isRight) ? [] : places.map(misplaced))];
}

function misplaced({ file, line, port: at, variable, host }: Listening): WebProblem {
  const common = { severity: 'error', file, line, status: 446, source: pages.bootstrap } as const;
  if (variable !== undefined)
    return {
      ...common,
      rule: 'web/port',
      text: `It listens on process.env.${variable}, which nobody sets on the platform. Write export ${variable}=9000 in scf_bootstrap.`,
    };
  const isLocal = local.includes(host ?? '');
  const place = [host, at].filter((part) => part !== undefined).join(':');
  const mend = [
    ...(isLocal ? ['on 0.0.0.0'] : []),
    ...(at === undefined || at === port ? [] : ['on port 9000']),
  ].join(', ');
  return {
    ...common,
    rule: isLocal ? 'web/address' : 'web/port',
    text: `It listens on ${place}, and the platform asks port 9000 from outside. Listen ${mend}.`,
  };
}
