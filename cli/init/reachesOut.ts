import { isBuiltin } from 'node:module';
import { dirname, resolve } from 'node:path';
import { readText } from '../shared/readText.js';
import { scriptNamed } from '../shared/userHandler.js';

/** Modules of Node by which a program reaches what is outside of its process. */
const reaching = /^(?:node:)?(?:https?|http2|net|tls|dgram|dns|child_process|worker_threads|cluster)(?:\/|$)/;
const calls = /\b(?:fetch|XMLHttpRequest|WebSocket|EventSource)\s*\(/;
const specifiers =
  /\bfrom\s{0,20}['"]([^'"]{1,200})['"]|\bimport\s{0,20}\(?\s{0,20}['"]([^'"]{1,200})['"]|\brequire\s{0,20}\(\s{0,20}['"]([^'"]{1,200})['"]/g;
/** Further files are not read. */
const maxFiles = 50;

/**
 * True where a handler may reach something outside of its process, by the text of its file and of those that it imports:
 * it calls out itself, or imports a package, of which that is not known.
 */
export function reachesOut(file: string): boolean {
  const files = [file];
  for (const at of files) {
    const source = readText(at).replace(/\bimport\s{1,20}type\b[^;]{0,400};/g, '');
    if (calls.test(source)) return true;
    for (const [, ...found] of source.matchAll(specifiers)) {
      const specifier = found.find((one) => one !== undefined) as string;
      const own = specifier.startsWith('.') ? scriptAt(resolve(dirname(at), specifier)) : undefined;
      if (own === undefined ? !isHarmless(specifier) : files.length >= maxFiles) return true;
      if (own !== undefined && !files.includes(own)) files.push(own);
    }
  }
  return false;
}

/** The script that a relative import means, in TypeScript by the name of what is made of it as well. */
function scriptAt(path: string): string | undefined {
  return scriptNamed(path) ?? scriptNamed(path.replace(/\.[cm]?js$/, '')) ?? scriptNamed(`${path}/index`);
}

function isHarmless(specifier: string): boolean {
  if (specifier.startsWith('.')) return true;
  return isBuiltin(specifier) && !reaching.test(specifier);
}
