import { basename, dirname, extname, relative } from 'node:path';
import type { ScfRuntime } from './context.js';
import { type CodeProblem, esModuleProblem, refusesModules, requireError } from './esModules.js';
import { type HandlerFile, packageType } from './loadHandler.js';
import { type MissingFeature, missingFeatures } from './missingFeatures.js';
import { nodeVersionOf } from './nodeVersion.js';
import type { ThrownError } from './outcome.js';
import { type ParsedSource, parsedSources, requestsOf, resolved } from './parsedSource.js';

/** What the files of a function say of the runtime that is to run them, what is not loaded first. */
export function codeProblems(file: HandlerFile, runtime: ScfRuntime): readonly CodeProblem[] {
  const version = nodeVersionOf(runtime);
  if (version === undefined) return [];
  const ofModule = esModuleProblem(file, runtime);
  const sources = parsedSources(file.path);
  const ofOthers = file.format === 'commonjs' ? requiredModules(sources, runtime) : [];
  const ofFeatures = sources.flatMap((source) =>
    missingFeatures(source, version).map((feature) => featureProblem(feature, file, runtime)),
  );
  const all = [...(ofModule === undefined ? [] : [ofModule]), ...ofOthers, ...ofFeatures];
  return all.sort(
    (one, other) => Number(other.loadError !== undefined) - Number(one.loadError !== undefined),
  );
}

/** ES modules that are required where Node did not allow it. */
function requiredModules(sources: readonly ParsedSource[], runtime: ScfRuntime): CodeProblem[] {
  if (!refusesModules(runtime)) return [];
  return sources.flatMap((source) =>
    requestsOf(source).flatMap(({ request, line, isLoadedFirst, isRequired }) => {
      const file = isRequired ? resolved(source.path, request) : undefined;
      if (file === undefined || !isModule(file)) return [];
      const at = `${basename(source.path)}:${line}`;
      return [
        {
          ...(isLoadedFirst ? { loadError: requireError(file, `/var/user/${basename(source.path)}`) } : {}),
          text: `require(${JSON.stringify(request)}) at ${at} works here, not on SCF, because it is an ES module and ${runtime} requires none; build the function to CommonJS with what it depends on: npx esbuild ${basename(source.path)} --bundle --platform=node --format=cjs --outfile=dist/${basename(source.path)}.`,
        },
      ];
    }),
  );
}

function isModule(file: string): boolean {
  if (extname(file) !== '.js') return extname(file) === '.mjs';
  return packageType(file, dirname(file)) === 'module';
}

/** A feature that the version has not: it ends loading, or whatever comes to it. */
function featureProblem(
  { what, version, path, line, kind, token }: MissingFeature,
  { path: main }: HandlerFile,
  runtime: ScfRuntime,
): CodeProblem {
  const at = `${relative(dirname(main), path)}:${line}`;
  const text = `${what} at ${at} runs here, not on SCF with ${runtime}, because Node has it from ${version} on; take a later runtime, or build for this one: npx esbuild ${basename(main)} --bundle --platform=node --target=node${runtime.replace('Nodejs', '')} --outfile=dist/${basename(main)}.`;
  if (kind === 'use')
    return {
      text: `${what} at ${at} runs here, not on SCF with ${runtime}, because Node has it from ${version} on; take a later runtime, or do without.`,
    };
  return { loadError: kind === 'syntax' ? syntaxError(`${path}:${line}`, token) : notFound(what), text };
}

function syntaxError(place: string, token: string | undefined): ThrownError {
  const message = token === undefined ? 'Invalid or unexpected token' : `Unexpected token '${token}'`;
  const stack = `/var/user/${basename(place)}\n\nSyntaxError: ${message}`;
  return { name: 'SyntaxError', message, stack, isError: true };
}

function notFound(request: string): ThrownError {
  const message = `Cannot find module '${request}'`;
  return { name: 'Error', message, stack: `Error: ${message}`, isError: true };
}
