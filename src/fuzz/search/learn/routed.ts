import { isObject } from '../../../kernel/json.js';
import { type LearnedRoute, requestsIn } from './routesIn.js';

/** Tells whether a request goes where the code of a server has a route; undefined where it names none. */
export function routedBy(code: string): ((event: unknown) => boolean) | undefined {
  const { routes } = requestsIn(code);
  if (routes.length === 0) return undefined;
  return (event) => {
    if (!isObject(event) || typeof event.path !== 'string' || typeof event.httpMethod !== 'string')
      return true;
    const [parts, method] = [partsOf(event.path), event.httpMethod];
    return routes.some((route) => takes(route, method) && leadsTo(route, parts));
  };
}

/** HEAD is asked of what takes GET, and OPTIONS of everything. */
function takes(route: LearnedRoute, method: string): boolean {
  if (route.method === undefined || method === 'OPTIONS') return true;
  return route.method === method || (route.method === 'GET' && method === 'HEAD');
}

/** What takes any method may be where others are mounted. */
function leadsTo({ method, template }: LearnedRoute, parts: readonly string[]): boolean {
  const wanted = partsOf(template);
  const isOpen = (method === undefined && wanted.length > 0) || wanted.at(-1) === '{path}';
  if (isOpen ? parts.length < wanted.length - 1 : parts.length !== wanted.length) return false;
  return wanted.every((part, at) => part.includes('{') || part.toLowerCase() === parts[at]?.toLowerCase());
}

function partsOf(path: string): readonly string[] {
  return path.split('/').filter(Boolean);
}
