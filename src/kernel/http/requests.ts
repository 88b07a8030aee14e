import { bytesOfBase64 } from '../base64.js';
import type { Draw } from '../draw.js';
import { type HttpBody, textBody } from './bodies.js';
import type { HttpRoute, QueryString } from './routes.js';

/** One request as a client sends it, before a platform makes an event of it. */
export interface HttpRequest {
  readonly method: string;
  readonly template: string;
  readonly path: string;
  readonly parameters: Record<string, string>;
  readonly query: QueryString;
  readonly declares: readonly string[];
  readonly body: HttpBody | undefined;
}

/** What is already settled about a request before it is drawn. */
export interface HttpWish {
  readonly method?: string | undefined;
  readonly template?: string | undefined;
  readonly path?: string | undefined;
  readonly parameters?: Readonly<Record<string, string | undefined>> | undefined;
  readonly body?: string | undefined;
  readonly isBase64?: boolean | undefined;
  readonly contentType?: string | undefined;
}

/** Draws a request for one of the routes; what is wished for decides which of them are in question. */
export function drawRequest(draw: Draw, routes: readonly HttpRoute[], wish?: HttpWish): HttpRequest {
  const wantsPayload = draw.request.payload !== undefined;
  if (wish === undefined && !wantsPayload) return requestOf(draw, draw.pick(routes));
  const wished = wish === undefined ? {} : usable(wish);
  const route = draw.pick(routesFor(routes, wished, wantsPayload));
  const request = requestOf(draw, route);
  const body = wishedBody(request.body, wished);
  return {
    ...request,
    ...wishedTarget(draw, request, wished),
    method: wished.method ?? request.method,
    body,
  };
}

/** The wish without values of a wrong type: they stay in the event, for the check to find, but nothing can follow them. */
function usable(wish: HttpWish): HttpWish {
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
  const parameters = Object.entries(wish.parameters ?? {}).filter(([, value]) => typeof value === 'string');
  return {
    method: text(wish.method),
    template: text(wish.template),
    path: text(wish.path),
    ...(parameters.length === 0 ? {} : { parameters: Object.fromEntries(parameters) }),
    body: text(wish.body),
    isBase64: wish.isBase64,
    contentType: text(wish.contentType),
  };
}

function requestOf(draw: Draw, route: HttpRoute): HttpRequest {
  const parameters = route.parameters(draw);
  return {
    method: route.method,
    template: route.template,
    path: route.path(parameters),
    parameters,
    query: route.query(draw),
    declares: route.declares,
    body: route.body?.draw(draw),
  };
}

const withoutBody = new Set(['GET', 'HEAD', 'DELETE', 'OPTIONS']);

/** The routes that fulfil the wish; a part that none of the remaining routes fulfils is left aside. */
function routesFor(
  routes: readonly HttpRoute[],
  wish: HttpWish,
  wantsPayload: boolean,
): readonly HttpRoute[] {
  const { method, template, parameters, isBase64, contentType } = wish;
  const tests: ((route: HttpRoute) => boolean)[] = [];
  const hasBody = wantsPayload || wish.body !== undefined || contentType !== undefined || isBase64 === true;
  if (method !== undefined && withoutBody.has(method)) tests.push((route) => route.body === undefined);
  else if (method !== undefined || hasBody) tests.push((route) => route.body !== undefined);
  if (wantsPayload) tests.push((route) => isJson(route.body?.contentType));
  if (method !== undefined) tests.push((route) => route.method === method);
  if (isBase64 !== undefined) tests.push((route) => (route.body?.isBase64 ?? false) === isBase64);
  if (contentType !== undefined) tests.push((route) => sameMediaType(route.body?.contentType, contentType));
  if (template !== undefined) tests.push((route) => route.template === template);
  if (parameters !== undefined)
    tests.push((route) => Object.keys(parameters).every((name) => route.template.includes(`{${name}}`)));
  let fitting = routes;
  for (const test of tests) {
    const fewer = fitting.filter(test);
    if (fewer.length > 0) fitting = fewer;
  }
  return fitting;
}

/** Template, path and parameters that agree with each other and with the wish. */
function wishedTarget(
  draw: Draw,
  request: HttpRequest,
  wish: HttpWish,
): Pick<HttpRequest, 'template' | 'path' | 'parameters'> {
  const { path, parameters: given = {} } = wish;
  const template = wish.template ?? wishedTemplate(request, wish);
  const parameters: Record<string, string> = {};
  const filled = template.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = given[name] ?? request.parameters[name] ?? draw.digits(6);
    parameters[name] = value;
    return value;
  });
  return { template, path: path ?? filled, parameters };
}

function wishedTemplate(request: HttpRequest, { path, parameters }: HttpWish): string {
  if (path !== undefined) return parameters === undefined ? '/' : path;
  const missing = Object.keys(parameters ?? {}).filter((name) => !request.template.includes(`{${name}}`));
  return missing.reduce(
    (template, name) => `${template === '/' ? '' : template}/{${name}}`,
    request.template,
  );
}

function wishedBody(drawn: HttpBody | undefined, wish: HttpWish): HttpBody | undefined {
  const { body, contentType, isBase64 } = wish;
  if (body === undefined) return drawn && contentType !== undefined ? { ...drawn, contentType } : drawn;
  if (isBase64 !== true) return textBody(contentType ?? guessedType(body), body);
  const sizeBytes = bytesOfBase64(body)?.byteLength ?? body.length;
  return { contentType: contentType ?? 'application/octet-stream', text: body, isBase64: true, sizeBytes };
}

function guessedType(body: string): string {
  return body.startsWith('{') || body.startsWith('[') ? 'application/json' : 'text/plain; charset=utf-8';
}

/** True for `application/json`, whatever its parameters. */
export function isJson(contentType: string | undefined): boolean {
  return contentType !== undefined && mediaTypeOf(contentType) === 'application/json';
}

function sameMediaType(one: string | undefined, other: string): boolean {
  return one !== undefined && mediaTypeOf(one) === mediaTypeOf(other);
}

/** `text/plain` of `Text/Plain; charset=utf-8`. */
export function mediaTypeOf(contentType: string): string {
  const end = contentType.indexOf(';');
  return (end === -1 ? contentType : contentType.slice(0, end)).trim().toLowerCase();
}
