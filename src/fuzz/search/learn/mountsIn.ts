/** Where routers are mounted: what stands in front of the paths that they name. */
export interface Mounts {
  /** Of routers that are known by name. */
  readonly of: ReadonlyMap<string, string>;
  /** Of others, each of which may be that of any router. */
  readonly loose: readonly string[];
}

const maxLoose = 6;

/** `const users = new Router({ prefix: '/users' })`, `users = Blueprint('users', __name__, url_prefix='/users')`. */
const made =
  /\b(\w{1,40})\s{0,20}=\s{0,20}(?:new\s{1,20})?[\w.]{1,40}\([^;\n]{0,120}?prefix['"]?\s{0,20}[:=]\s{0,20}['"`](\/[\w./-]{1,60})['"`]/g;
/** `users.prefix('/users')` of Koa. */
const named = /\b(\w{1,40})\.prefix\(\s{0,20}['"`](\/[\w./-]{1,60})['"`]/g;
/** `app.use('/users', users)`, `app.route('/users', users)` of Hono. */
const used = /\b(\w{1,40})\.(?:use|route)\(\s{0,20}['"`](\/[\w./-]{1,60})['"`]\s{0,20},\s{0,20}(\w{1,40})/g;
/** `register(routes, { prefix: '/v1' })`, `basePath('/v1')`, `setGlobalPrefix('v1')`, `include_router(x, prefix='/v1')`. */
const others =
  /(?:prefix['"]?\s{0,20}[:=]\s{0,20}|\b(?:basePath|setGlobalPrefix)\(\s{0,20})['"`]\/?([\w./-]{1,60})['"`]/g;

/** Where the code of a server mounts its routers. */
export function mountsIn(code: string): Mounts {
  const isAsked = (name: string) => new RegExp(`\\b${name}\\.(?:get|post|put|patch|delete|del|all|route)\\(`);
  const of = new Map<string, string>();
  const loose = new Set<string>();
  for (const [, name = '', prefix = ''] of [...code.matchAll(made), ...code.matchAll(named)])
    of.set(name, prefix);
  const inner = new Map(of);
  for (const [, outer = '', path = '', name = ''] of code.matchAll(used)) {
    const prefix = `${of.get(outer) ?? ''}${path}${inner.get(name) ?? ''}`;
    if (isAsked(name).test(code)) of.set(name, prefix);
    else loose.add(prefix);
  }
  for (const [, prefix = ''] of code.matchAll(others))
    if (![...of.values()].some((one) => one.endsWith(`/${prefix}`))) loose.add(`/${prefix}`);
  return { of, loose: [...loose].slice(0, maxLoose) };
}

/** The paths under which a router answers one that it names; an app itself is mounted nowhere. */
export function mountedAt({ of, loose }: Mounts, router: string, path: string): readonly string[] {
  const prefix = of.get(router);
  const at = (front: string) => `${front}${path}`.replace(/\/{2,}/g, '/').replace(/(.)\/$/, '$1');
  if (prefix !== undefined) return [at(prefix)];
  return /^(?:app|server)$/.test(router) ? [path] : [path, ...loose.map(at)];
}
