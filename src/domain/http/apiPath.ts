import { setOwn } from '../../kernel/json.js';

/**
 * What fills the placeholders of an API's path; undefined for a path that does not begin like it.
 *
 * @param template path of the API: `/article/{articleId}`; paths below it match too.
 * @example
 * parametersIn('/article/{articleId}', '/article/7/comments'); // { articleId: '7' }
 */
export function parametersIn(template: string, path: string): Record<string, string> | undefined {
  const segments = path.split('/');
  const wanted = template.split('/').filter((segment, index) => segment !== '' || index === 0);
  const parameters: Record<string, string> = {};
  for (const [index, segment] of wanted.entries()) {
    const filled = segments[index];
    const placeholder = /^\{(.+)\}$/.exec(segment);
    if (filled === undefined || (placeholder === null ? filled !== segment : filled === '')) return undefined;
    if (placeholder !== null) setOwn(parameters, placeholder[1] as string, filled);
  }
  return parameters;
}

/**
 * The path itself where it begins like that of an API, else the same one below it.
 *
 * @param parameters what fills the placeholders of the API's path; 1 where nothing does.
 * @example
 * pathBelow('/demo', '/users'); // '/demo/users'
 * pathBelow('/demo', '/'); // '/demo'
 */
export function pathBelow(
  template: string,
  path: string,
  parameters: Readonly<Record<string, string | undefined>> = {},
): string {
  if (parametersIn(template, path) !== undefined) return path;
  const prefix = template.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    const value = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    return value === undefined || !/^[\w.~%-]+$/.test(value) ? '1' : value;
  });
  if (path === '/' || path === '') return prefix;
  return path.startsWith('/') ? `${prefix}${path}` : `${prefix}/${path}`;
}

/** What is left of a path that begins like that of an API: `/users` of `/demo/users`, `/` of `/demo`. */
export function pathBehind(template: string, path: string): string | undefined {
  if (parametersIn(template, path) === undefined) return undefined;
  const segments = template.split('/').filter((segment) => segment !== '').length;
  return `/${path
    .split('/')
    .slice(segments + 1)
    .join('/')}`;
}
