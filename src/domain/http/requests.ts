import { bytesOfBase64 } from '../../kernel/base64.js';
import type { Draw } from '../../kernel/draw.js';
import { type BodySort, type HttpBody, textBody } from './bodies.js';
import { edgeTextBodies } from './edgeBodies.js';
import { edgeQueries } from './edgeRequests.js';
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

/** Odd queries and bodies of a hostile draw: those that every platform passes on, and every JSON text can say again. */
const hostileQueries = edgeQueries.filter(({ name }) => name !== 'query-of-1000-parameters');
const hostileBodies = edgeTextBodies.filter(
  ({ name }) => name !== 'json-nested-deeply' && name !== 'json-huge-number',
);

function requestOf(draw: Draw, route: HttpRoute): HttpRequest {
  const parameters = route.parameters(draw);
  return {
    method: route.method,
    template: route.template,
    path: route.path(parameters),
    parameters,
    query: (draw.isHostile() ? draw.pick(hostileQueries).change().query : undefined) ?? route.query(draw),
    declares: route.declares,
    body: route.body === undefined ? undefined : bodyOf(draw, route.body),
  };
}

function bodyOf(draw: Draw, sort: BodySort): HttpBody {
  const isOdd = draw.request.payload === undefined && draw.isHostile();
  return isOdd ? draw.pick(hostileBodies).body(draw) : sort.draw(draw);
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
  if (contentType !== undefined) {
    tests.push((route) => sameMediaType(route.body?.contentType, contentType));
    tests.push((route) => (route.body?.isBase64 ?? false) === bytesType.test(contentType));
    tests.push((route) => sameSort(route.body?.contentType, contentType));
  }
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
  const given = new Map(Object.entries({ ...request.parameters, ...wish.parameters }));
  const template = wish.template ?? wishedTemplate(request, wish);
  const path =
    wish.path ?? template.replaceAll(placeholder, (_, name: string) => given.get(name) ?? draw.digits(6));
  return { template, path, parameters: parametersIn(template, path) };
}

const placeholder = /\{(\w+)\}/g;

/** What stands in the path where the template has placeholders. */
function parametersIn(template: string, path: string): Record<string, string> {
  const segments = path.split('/');
  const entries = template.split('/').flatMap((segment, index): [string, string][] => {
    const filled = segments[index];
    return segment.startsWith('{') && filled !== undefined ? [[segment.slice(1, -1), filled]] : [];
  });
  return Object.fromEntries(entries);
}

/** A template with a placeholder for every parameter that is wished for. */
function wishedTemplate(request: HttpRequest, { path, parameters }: HttpWish): string {
  if (parameters === undefined) return path === undefined ? request.template : '/';
  if (path === undefined) {
    const missing = Object.keys(parameters).filter((name) => !request.template.includes(`{${name}}`));
    return missing.reduce((start, name) => `${start === '/' ? '' : start}/{${name}}`, request.template);
  }
  const names = new Map(Object.entries(parameters).map(([name, value]) => [value, name]));
  const segments = path
    .split('/')
    .map((segment) => (names.has(segment) ? `{${names.get(segment)}}` : segment));
  return segments.join('/');
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

/** Types whose bodies are bytes. */
const bytesType = /^(image|audio|video|font)\/|octet-stream|zip|pdf/i;

/** True when both are text, application, image and so on. */
function sameSort(one: string | undefined, other: string): boolean {
  return one?.split('/')[0] === mediaTypeOf(other).split('/')[0];
}

/** `text/plain` of `Text/Plain; charset=utf-8`. */
export function mediaTypeOf(contentType: string): string {
  const end = contentType.indexOf(';');
  return (end === -1 ? contentType : contentType.slice(0, end)).trim().toLowerCase();
}
