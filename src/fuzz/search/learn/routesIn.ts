import { mountedAt, mountsIn } from './mountsIn.js';
import { fileNamesIn } from './uploads.js';

/** A route that the code of a server names. */
export interface LearnedRoute {
  /** In capitals; undefined where the code takes any. */
  readonly method: string | undefined;
  /** `/users/{id}`, `/files/{path}`. */
  readonly template: string;
}

/** What the code of a server looks for in a request. */
export interface LearnedRequests {
  readonly routes: readonly LearnedRoute[];
  /** Names in the query. */
  readonly query: readonly string[];
  /** Names of fields of the body. */
  readonly body: readonly string[];
  /** Names of fields that hold files. */
  readonly files: readonly string[];
  /** In lower case. */
  readonly headers: readonly string[];
  readonly cookies: readonly string[];
}

const [maxRoutes, maxNames] = [80, 40];
const methods = ['get', 'post', 'put', 'patch', 'delete', 'del', 'head', 'options'];

/** `app.get('/x'`, `router.post("/x"`, `@app.get("/x"`, `@Get('x')`, `.route('/x')`, `.all('/x'`, `.use('/x'`. */
const calls =
  /[.@](\w{3,9})\(\s{0,20}(?:\{[^}]{0,80}?\burl:\s{0,20})?r?(['"`])([^'"`\n]{0,120})\2([^\n]{0,160})/gi;
/** `method: 'GET', url: '/x'` of Fastify, in either order. */
const objects =
  /method:\s{0,20}\[?\s{0,20}['"](\w+)['"][^{}]{0,80}?\b(?:url|path):\s{0,20}['"]([^'"\n]{1,120})['"]/g;
const objectsTurned =
  /\b(?:url|path):\s{0,20}['"]([^'"\n]{1,120})['"][^{}]{0,80}?method:\s{0,20}\[?\s{0,20}['"](\w+)['"]/g;
/** `path('users/<int:id>/'` of Django. */
const djangoPaths = /\b(?:re_)?path\(\s{0,20}r?['"]\^?([^'"\n]{0,120}?)\$?['"]\s{0,20},/g;
/** Any text that looks like a path: `pathname === '/x'`, `startsWith('/x')`, `case '/x':`. */
const plainPaths = /(['"`])(\/[\w./:{}<>*-]{0,80})\1/g;
/** `request.method === 'POST' && url === '/x'`. */
const withMethod =
  /method\s{0,20}={2,3}\s{0,20}['"]([A-Z]{3,7})['"][^\n]{0,80}?['"`](\/[\w./:{}-]{0,80})['"`]/g;
/** `url === '/x' && request.method === 'POST'`. */
const withMethodBehind =
  /['"`](\/[\w./:{}-]{0,80})['"`]\s{0,20}(?:&&|and)\s{0,20}[\w.]{0,40}method\s{0,20}={2,3}\s{0,20}['"]([A-Z]{3,7})['"]/g;
/** `/^\/files\/(.+)$/`: a path in an expression, and what it takes behind it. */
const expressions = /\/\^((?:\\\/[\w-]{1,40}){1,6})(\\\/[([])?/g;
const notPages =
  /^\/(?:tmp|var|etc|usr|dev|proc|home|bin|opt)(?:\/|$)|\.(?:js|mjs|cjs|ts|py|json)$|^\/\/|^\/\*/;

/** What the code of a server in JavaScript or Python looks for, as far as its texts tell. */
export function requestsIn(code: string): LearnedRequests {
  return {
    routes: routesOf(code),
    query: namesAt(code, queryReads),
    body: namesAt(code, bodyReads),
    files: fileNamesIn(code),
    headers: namesAt(code, headerReads).map((name) => name.toLowerCase()),
    cookies: namesAt(code, cookieReads),
  };
}

function routesOf(code: string): LearnedRoute[] {
  const found = new Map<string, LearnedRoute>();
  const add = (method: string | undefined, path: string): void => {
    const template = templateOf(path);
    if (template === undefined || found.size >= maxRoutes) return;
    const one = { method: method?.toUpperCase(), template };
    found.set(`${one.method ?? ''} ${template}`, one);
  };
  const controllers = [...code.matchAll(/@Controller\(\s{0,20}['"`]([^'"`\n]{0,80})['"`]/g)].map(
    ([, path = '']) => path,
  );
  const mounts = mountsIn(code);
  const read = new Set<string | undefined>();
  for (const { index, 1: name = '', 3: path = '', 4: rest = '' } of code.matchAll(calls)) {
    const lower = name.toLowerCase();
    const isDecorator = /^[A-Z]/.test(name);
    const method = lower === 'del' ? 'DELETE' : methods.includes(lower) ? lower : undefined;
    if (method === undefined && !['route', 'all', 'use', 'any', 'on'].includes(lower)) continue;
    const router = /(\w{0,40})$/.exec(code.slice(Math.max(0, index - 40), index))?.[1] ?? '';
    const paths = isDecorator
      ? controllers.flatMap((first) => mountedAt(mounts, router, `/${first}/${path}`))
      : /^\/|^\*$/.test(path)
        ? mountedAt(mounts, router, path)
        : [];
    const named = [...(/methods ?= ?\[([^[\]]{0,100})\]/.exec(rest)?.[1] ?? '').matchAll(/['"](\w+)['"]/g)];
    const usual = method ?? (lower === 'route' && code.includes('Flask') ? 'GET' : undefined);
    const asked = named.length === 0 ? [usual] : named.map(([, one]) => one);
    for (const one of asked) for (const at of paths) add(one, at);
    if (paths.length > 0) read.add(templateOf(path));
  }
  for (const [, method, path = ''] of code.matchAll(objects)) add(method, path);
  for (const [, path = '', method] of code.matchAll(objectsTurned)) add(method, path);
  for (const [, method, path = ''] of code.matchAll(withMethod)) add(method, path);
  for (const [, path = '', method] of code.matchAll(withMethodBehind)) add(method, path);
  if (/urlpatterns/.test(code))
    for (const [, path = ''] of code.matchAll(djangoPaths)) add(undefined, `/${path}`);
  for (const [, path = '', more = ''] of code.matchAll(expressions))
    add(undefined, `${path.replaceAll('\\', '')}${more === '' ? '' : '/{id}'}`);
  const known = new Set([...found.values()].map(({ template }) => template));
  for (const [, , path = ''] of code.matchAll(plainPaths))
    if (!notPages.test(path) && !known.has(templateOf(path) ?? '') && !read.has(templateOf(path)))
      add(undefined, path);
  return [...found.values()];
}

/** A path with its parameters in braces: `:id`, `:id(\\d+)`, `<int:id>`, `{id:int}`, `(?P<id>…)`, `*`. */
function templateOf(path: string): string | undefined {
  const template = path
    .replaceAll(/\(\?P<(\w{1,40})>[^()]{0,80}\)/g, '{$1}')
    .replaceAll(/<(?:\w+:)?(\w+)>/g, '{$1}')
    .replaceAll(/\{(\w{1,40}):[^{}]{0,80}\}/g, '{$1}')
    .replaceAll(/:(\w{1,40})(?:\([^()]{0,80}\))?[?*+]?/g, '{$1}')
    .replaceAll(/\{?\*(\w*)\}?/g, (_, name: string) => `{${name || 'path'}}`)
    .replaceAll(/\/{2,}/g, '/');
  const plain = template.startsWith('/') ? template : `/${template}`;
  return /^[\w./{}~-]*$/.test(plain) ? plain.replace(/(.)\/$/, '$1/') : undefined;
}

/** How names are read of one part of a request. */
interface NamesRead {
  readonly reads: readonly RegExp[];
  /** What an object is taken apart of. */
  readonly apart?: RegExp;
}

const queryReads: NamesRead = {
  apart: /\bquery\b|\bargs\b/,
  reads: [
    /\bquery(?:String|Params|_params)?(?:\?)?\.([A-Za-z_$][\w$]*)/g,
    /\bquery(?:\?\.)?\[\s{0,20}['"]([^'"\n]{1,40})['"]\s{0,20}\]/g,
    /\b(?:query|searchParams\.(?:get|getAll|has)|args\.get(?:list)?|GET\.get|queries)\(\s{0,20}['"]([^'"\n]{1,40})['"]/g,
    /\b(?:args|GET)\[\s{0,20}['"]([^'"\n]{1,40})['"]\s{0,20}\]/g,
  ],
};
const bodyReads: NamesRead = {
  apart: /\bbody\b|\bjson\(\)|JSON\.parse|\bdata\b|\bpayload\b/,
  reads: [
    /\b(?:body|data|payload|input|json|form|order|item|user)(?:\?)?\.([A-Za-z_$][\w$]*)\b(?!\s{0,20}\()/g,
    /\b(?:body|data|payload|form|json|POST)(?:\?\.)?\[\s{0,20}['"]([^'"\n]{1,40})['"]\s{0,20}\]/g,
    /\b(?:form|data|body|payload|json|POST)\.get\(\s{0,20}['"]([^'"\n]{1,40})['"]/g,
  ],
};
const headerReads: NamesRead = {
  reads: [
    /\bheaders?(?:\?\.)?\[\s{0,20}['"]([\w-]{2,40})['"]\s{0,20}\]/gi,
    /\bheaders\??\.([a-z][\w]*)\b(?!\s{0,20}\()/g,
    /\b(?:headers\.get|header|req\.get|request\.get|ctx\.get)\(\s{0,20}['"]([\w-]{2,40})['"]\s{0,20}\)/gi,
  ],
};
const cookieReads: NamesRead = {
  apart: /\bcookies\b/,
  reads: [
    /\bcookies(?:\?)?\.([A-Za-z_$][\w$]*)\b(?!\s{0,20}\()/g,
    /\bcookies(?:\?\.)?\[\s{0,20}['"]([\w-]{1,40})['"]\s{0,20}\]/g,
    /\b(?:cookies\.get|getCookie|get_cookie|cookie)\(\s{0,20}(?:\w+\s{0,20},\s{0,20})?['"]([\w-]{1,40})['"]/g,
    /['"`/]([\w-]{2,30})=(?:\(?\[\^;|['"`])/g,
  ],
};

/** `{ page = 1, size: count } = request.query`, and in the line of a signature `{ query: { page } }`. */
const takenApart = /\{([^{}]{1,200})\}\s{0,20}=\s{0,20}([^;\n]{1,60})/g;
const inSignature = /\b(query|body|cookies):\s{0,20}\{([^{}]{1,200})\}/g;
const common = new Set(['', 'get', 'length', 'then', 'map', 'push', 'filter', 'toString', 'const', 'return']);

/** Names that are read one by one, and those that an object is taken apart into. */
function namesAt(code: string, { reads, apart }: NamesRead): string[] {
  const names = new Set<string>();
  for (const read of reads) for (const [, name = ''] of code.matchAll(read)) names.add(name);
  const parts = [
    ...[...code.matchAll(takenApart)].filter(([, , of = '']) => apart?.test(of)).map(([, inner]) => inner),
    ...[...code.matchAll(inSignature)].filter(([, of = '']) => apart?.test(of)).map(([, , inner]) => inner),
  ];
  for (const inner of parts)
    for (const part of (inner ?? '').split(',')) names.add(/^\s{0,20}['"]?([\w$-]+)/.exec(part)?.[1] ?? '');
  return [...names].filter((name) => !common.has(name)).slice(0, maxNames);
}
