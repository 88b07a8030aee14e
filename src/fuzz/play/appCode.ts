import { isObject } from '../../kernel/json.js';

const deepest = 8;
const maxParts = 300;
const methods = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options'];

/** What an app tells of its code: its routes, and the functions behind them, as text. */
export function appCode(app: unknown): string {
  const parts: string[] = printedRoutes(app);
  const seen = new Set<unknown>();
  visit(app, '', 0);
  return parts.join('\n');

  /** Layers of Express and of routers of Koa, routes of Hono, and functions. */
  function visit(part: unknown, prefix: string, depth: number): void {
    if (seen.has(part) || depth > deepest || parts.length > maxParts) return;
    if (typeof part === 'function') {
      seen.add(part);
      const text = Function.prototype.toString.call(part);
      if (!text.includes('[native code]') && !isFramework(part)) parts.push(text);
    } else if (!isObject(part)) return;
    else seen.add(part);
    const own = part as Readonly<Record<string, unknown>>;
    const path = typeof own.path === 'string' && own.path !== '/' ? `${prefix}${own.path}` : prefix;
    for (const method of methodsOf(own)) parts.push(`app.${method}('${path || '/'}')`);
    const inside = isFramework(part) ? ['router', '_router'] : ['route', 'handle', 'handler'];
    for (const name of inside) if (isTraversable(own, name)) visit(own[name], path, depth + 1);
    for (const name of ['stack', 'middleware', 'routes'])
      for (const one of isTraversable(own, name) ? Object.values(Object(own[name])) : [])
        visit(one, path, depth + 1);
  }
}

/** A line of a tree: what it is indented by, the end of a path, and methods where there is a route. */
const branch = /^([│ ]*)[├└]── ([^\s(]+)(?: \(([A-Z, ]+)\))?/;
const indent = 4;
/** Who takes as many takes all. */
const manyMethods = 6;

/** The routes of Fastify, which it shows as a tree and in no other way. */
function printedRoutes(app: unknown): string[] {
  if (!isObject(app) || typeof app.printRoutes !== 'function') return [];
  const tree: unknown = Reflect.apply(app.printRoutes, app, []);
  const above: string[] = [];
  return String(tree)
    .split('\n')
    .flatMap((line) => {
      const [whole, before = '', end = '', listed = ''] = branch.exec(line) ?? [];
      if (whole === undefined) return [];
      above.length = before.length / indent;
      above.push(end);
      const named = listed === '' ? [] : listed.toLowerCase().split(', ');
      const told = named.length >= manyMethods ? ['all'] : named.filter((method) => method !== 'head');
      return told.map((method) => `app.${method}('${above.join('')}')`);
    });
}

/** An app or a router that is a function itself says nothing of its own. */
function isFramework(part: object): boolean {
  return ['stack', 'router', '_router', 'settings'].some((name) => Object.hasOwn(part, name));
}

/** The methods of a route, in whichever way a framework tells them. */
function methodsOf({ methods: told, method, path }: Readonly<Record<string, unknown>>): string[] {
  if (typeof path !== 'string') return [];
  const named = Array.isArray(told) ? told : isObject(told) ? Object.keys(told) : [method];
  const lower = named.map((one) => String(one).toLowerCase());
  return lower.includes('all') ? ['all'] : lower.filter((one) => methods.includes(one));
}

/** What is read of an app must not do anything: accessors are left alone, but for those of Express. */
function isTraversable(own: Readonly<Record<string, unknown>>, name: string): boolean {
  const descriptor = Object.getOwnPropertyDescriptor(own, name);
  return (
    descriptor !== undefined && (descriptor.get === undefined || name === 'router') && own[name] !== null
  );
}
