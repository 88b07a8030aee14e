import { describeValue } from '../../kernel/describeValue.js';
import { isObject } from '../../kernel/json.js';
import { Misuse } from '../../kernel/misuse.js';
import { nearest } from '../../kernel/nearest.js';
import type { DeploymentFacts } from '../../kernel/trigger.js';

/** Environments of a service of API Gateway. */
export const stages = ['release', 'test', 'prepub'] as const;

/** An environment of a service of API Gateway. */
export type Stage = (typeof stages)[number];

/** Parts of media types, compared in any case; one that fits is enough. */
export interface Base64Headers {
  readonly contentType?: readonly string[];
  readonly accept?: readonly string[];
}

/**
 * Who may read the answers of a function URL in a browser, as its CorsConfig says it. With one, the platform answers
 * preflight requests itself and adds the headers to answers.
 */
export interface Cors {
  /** `https://shop.example.com`, or `*` for any page. */
  readonly origins: readonly string[];
  /** `GET`, `POST`, …; `*`, when left out, for any. */
  readonly methods?: readonly string[];
  /** Names of headers that a page may send; `*`, when left out, for any. */
  readonly headers?: readonly string[];
  /** Names of headers that a page may read; none beyond the usual when left out. */
  readonly exposeHeaders?: readonly string[];
  /** True lets pages send cookies. */
  readonly credentials?: boolean;
  /** Seconds for which a browser may keep the answer to a preflight request. */
  readonly maxAge?: number;
}

/**
 * What is set up around a function that HTTP clients reach. Its code cannot see it; its events and what becomes of its
 * answers follow it. What is left out is not known, and events are as they come from any deployment.
 */
export interface Deployment {
  /**
   * Path of the API, or of the rule of a load balancer, with which the path of every event begins: `/demo`, or with
   * placeholders `/article/{articleId}`. For API Gateway, WebSocket connections and CLB; the path of a function URL has
   * nothing in front.
   */
  readonly pathPrefix?: string;
  /** Environment in which the API is published, as `requestContext.stage` says it. */
  readonly stage?: Stage;
  /**
   * True when API Gateway reads statusCode, headers and body of what the function returns; false for passthrough, where
   * all of it is the body of a 200, as the vendor's deployment tools set it unless told otherwise.
   */
  readonly integrated?: boolean;
  /**
   * True when API Gateway makes Base64 of every body, false when of none, which loses what is no UTF-8; else of those
   * with part of a media type in one of these headers.
   */
  readonly base64?: boolean | Base64Headers;
  /** The CORS configuration of a function URL. */
  readonly cors?: Cors;
}

/** A flag of the command line that tells a fact. */
export interface DeploymentFlag {
  /** As commander takes it: `--path-prefix <path>`. */
  readonly flag: string;
  readonly about: string;
  /** The fact that it tells, with the text that was given to it. */
  read(text: string): unknown;
}

/** A fact of a deployment: how it is told, and what it may be. */
export interface DeploymentFact {
  readonly name: keyof Deployment;
  readonly flags: readonly DeploymentFlag[];
  /** Who has such a fact, for messages. */
  readonly whose: string;
  readonly source: string;
  /** Why a value cannot be one, and what to do; undefined when it can. */
  problem(value: unknown): string | undefined;
}

const createTrigger = 'https://www.tencentcloud.com/document/product/583/34880';

/** Every fact that a deployment has; flags, options and configurations know these and no others. */
export const deploymentFacts: readonly DeploymentFact[] = [
  {
    name: 'pathPrefix',
    flags: [
      {
        flag: '--path-prefix <path>',
        about: 'path of the API, with which every path begins: /demo',
        read: (text) => text,
      },
    ],
    whose: 'apigw, websocket-connect and clb have one',
    source: 'https://cloud.tencent.com/document/product/583/12513',
    problem: prefixProblem,
  },
  {
    name: 'stage',
    flags: [
      { flag: '--stage <name>', about: `environment of the API: ${stages.join(', ')}`, read: (text) => text },
    ],
    whose: 'apigw and websocket-connect have one',
    source: createTrigger,
    problem: (value) =>
      stages.some((stage) => stage === value)
        ? undefined
        : `API Gateway has no such environment. Take ${stages.join(', ')}`,
  },
  {
    name: 'integrated',
    flags: [
      {
        flag: '--integrated',
        about: 'API Gateway reads status, headers and body of what the function returns',
        read: () => true,
      },
      {
        flag: '--passthrough',
        about: 'API Gateway sends all that the function returns as the body of a 200',
        read: () => false,
      },
    ],
    whose: 'apigw has that choice',
    source: createTrigger,
    problem: (value) => (typeof value === 'boolean' ? undefined : 'it is no boolean. Give true or false'),
  },
  {
    name: 'base64',
    flags: [
      { flag: '--base64', about: 'API Gateway makes Base64 of every body', read: () => true },
      { flag: '--no-base64', about: 'API Gateway makes Base64 of no body', read: () => false },
    ],
    whose: 'apigw has that choice',
    source: createTrigger,
    problem: base64Problem,
  },
  {
    name: 'cors',
    flags: [
      {
        flag: '--cors <origins>',
        about: 'CORS of the function URL: origins, with commas between them, or *',
        read: (text) => ({ origins: text.split(',').map((origin) => origin.trim()) }),
      },
    ],
    whose: 'function-url has it',
    source: 'https://cloud.tencent.com/document/product/583/100227',
    problem: corsProblem,
  },
];

/**
 * The facts of a deployment, checked: those that are told.
 *
 * @param trigger its name, and the names of the facts that it follows.
 * @throws Misuse INVALID_DEPLOYMENT for a fact that the trigger has not, that nothing has, or that is none.
 */
export function factsOf(
  { name, facts }: { readonly name: string; readonly facts: readonly string[] },
  deployment: Deployment,
): DeploymentFacts {
  const told: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(deployment)) {
    if (value === undefined) continue;
    const fact = deploymentFacts.find((one) => one.name === key);
    if (fact === undefined) throw unknownFact(key);
    if (!facts.includes(key)) {
      throw misuse(
        `Cannot deploy ${name} with ${shownFact(fact)}: it has none. Leave it out; ${fact.whose}.`,
      );
    }
    const problem = fact.problem(value);
    // What a configuration with parts is would say nothing; the problem names the part.
    const shown = typeof value === 'object' ? '' : ` ${describeValue(value)}`;
    if (problem !== undefined)
      throw misuse(`Cannot deploy ${name} with ${shownFact(fact)}${shown}: ${problem}.`);
    told[key] = value;
  }
  return told;
}

/** True when a gateway makes Base64 of the body of a request with these headers, whose names are in lower case. */
export function encodesBody(
  base64: boolean | Base64Headers,
  headers: Readonly<Record<string, string | undefined>>,
): boolean {
  if (typeof base64 === 'boolean') return base64;
  const has = (name: string, parts: readonly string[] = []) => {
    const value = headers[name]?.toLowerCase() ?? '';
    return parts.some((part) => value.includes(part.toLowerCase()));
  };
  return has('content-type', base64.contentType) || has('accept', base64.accept);
}

function misuse(message: string): Misuse {
  return new Misuse('INVALID_DEPLOYMENT', message);
}

function unknownFact(name: string): Misuse {
  const names = deploymentFacts.map((fact) => fact.name);
  const near = nearest(name, names);
  return misuse(
    `Cannot deploy with ${JSON.stringify(name)}: it is no fact of a deployment. ${near === undefined ? `There are ${names.join(', ')}.` : `Did you mean "${near}"?`}`,
  );
}

/** `pathPrefix (--path-prefix)`: by its names in code and on the command line. */
function shownFact({ name, flags }: DeploymentFact): string {
  return `${name} (${flags.map(({ flag }) => flag.split(' ', 1)[0]).join(', ')})`;
}

function prefixProblem(value: unknown): string | undefined {
  if (typeof value !== 'string') return 'it is no text. Give a path, /demo';
  if (!value.startsWith('/')) return `it begins without a slash. Write /${value}`;
  if (value === '/') return 'every path begins so. Leave it out';
  if (/^\/[\w.~%{}@:$-]+(\/[\w.~%{}@:$-]+)*$/.test(value)) return undefined;
  if (value.endsWith('/')) return 'it ends with a slash. Write it without';
  return 'it is no path of an API. Write letters, digits and placeholders between single slashes: /demo';
}

function base64Problem(value: unknown): string | undefined {
  if (typeof value === 'boolean') return undefined;
  const isFine =
    isObject(value) &&
    Object.entries(value).every(
      ([key, parts]) => (key === 'contentType' || key === 'accept') && isTextList(parts),
    );
  return isFine ? undefined : 'it is neither. Give true, false, or { contentType: [...], accept: [...] }';
}

const corsLists = ['origins', 'methods', 'headers', 'exposeHeaders'];

function corsProblem(value: unknown): string | undefined {
  if (!isObject(value) || !isTextList(value.origins) || value.origins.length === 0)
    return "it names no origins. Give { origins: ['https://shop.example.com'] }";
  const strange = value.origins.find((origin) => origin !== '*' && !/^https?:\/\/[^/\s]+$/.test(origin));
  if (strange !== undefined)
    return `${JSON.stringify(strange)} is no origin. Write https://shop.example.com, or * for any`;
  const wrong = Object.entries(value).find(([key, part]) => {
    if (part === undefined) return false;
    if (key === 'credentials') return typeof part !== 'boolean';
    return key === 'maxAge' ? typeof part !== 'number' : !(corsLists.includes(key) && isTextList(part));
  });
  return wrong === undefined ? undefined : `its ${wrong[0]} cannot be read. Write it as CorsConfig does`;
}

function isTextList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}
