import { basename, relative } from 'node:path';
import { isNode, nameOf, type ParsedSource, requestsOf, type SyntaxNode } from '../parsedSource.js';
import type { StartCommand } from './startCommand.js';

/** A place where a server begins to listen. */
export interface Listening {
  readonly file: string;
  readonly line: number;
  /** Undefined where the code does not tell. */
  readonly port: number | undefined;
  /** The variable that the port is taken from, where nobody sets one and the code has no other. */
  readonly variable?: string;
  readonly host: string | undefined;
}

type Env = Readonly<Record<string, string>>;

/** Where the programs in JavaScript listen; `folder` is the root of the package. */
export function listeningIn(sources: readonly ParsedSource[], folder: string, env: Env): Listening[] {
  return sources.flatMap((source) => {
    const isFastify = requestsOf(source).some(({ request }) => request === 'fastify');
    return source.places.flatMap(({ node }): Listening[] => {
      if (node.type !== 'CallExpression') return [];
      const args = (node.arguments as unknown[]).filter(isNode);
      const place = { file: relative(folder, source.path), line: node.loc?.start.line ?? 0 };
      const [first] = args;
      if (nameOf(node.callee) === 'serve' && first !== undefined && memberOf(first, 'fetch') !== undefined)
        return [{ ...place, ...portAndHost(source, first, env, { port: 3000, host: undefined }) }];
      if (!isMember(node.callee, 'listen') || first === undefined) return [];
      const host = isFastify ? 'localhost' : undefined;
      if (first.type === 'ObjectExpression')
        return memberOf(first, 'path') === undefined
          ? [{ ...place, ...portAndHost(source, first, env, { port: undefined, host }) }]
          : [];
      const told = evaluated(source, first, env);
      if (typeof told === 'string' && !/^\d+$/.test(told)) return [];
      const given = args.slice(1).map((one) => evaluated(source, one, env));
      return [
        {
          ...place,
          ...asPort(told),
          host: given.find((one): one is string => typeof one === 'string') ?? host,
        },
      ];
    });
  });
}

function portAndHost(
  source: ParsedSource,
  options: SyntaxNode,
  env: Env,
  defaults: Pick<Listening, 'port' | 'host'>,
): Pick<Listening, 'port' | 'host' | 'variable'> {
  const [port, host] = ['port', 'host'].map((name) => {
    const member = memberOf(options, name) ?? (name === 'host' ? memberOf(options, 'hostname') : undefined);
    return member === undefined ? undefined : evaluated(source, member, env);
  });
  return {
    ...(port === undefined ? { port: defaults.port } : asPort(port)),
    host: typeof host === 'string' ? host : defaults.host,
  };
}

/** A variable of the environment that nobody sets. */
interface Unset {
  readonly variable: string;
}

type Value = string | number | Unset | undefined;

function asPort(value: Value): Pick<Listening, 'port' | 'variable'> {
  if (typeof value === 'object') return { port: undefined, variable: value.variable };
  const port = value === undefined ? Number.NaN : Number(value);
  return { port: Number.isInteger(port) ? port : undefined };
}

/** What an expression comes to, as far as the file tells. */
function evaluated(source: ParsedSource, node: SyntaxNode, env: Env, depth = 0): Value {
  if (depth > 5) return undefined;
  const next = (inner: unknown) => (isNode(inner) ? evaluated(source, inner, env, depth + 1) : undefined);
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'number' || typeof node.value === 'string' ? node.value : undefined;
    case 'LogicalExpression': {
      const left = next(node.left);
      return typeof left === 'object' || left === '' ? next(node.right) : left;
    }
    case 'UnaryExpression':
      return node.operator === '+' ? next(node.argument) : undefined;
    case 'CallExpression':
      return ['parseInt', 'Number', 'String'].includes(nameOf(node.callee) ?? '')
        ? next((node.arguments as unknown[])[0])
        : undefined;
    case 'MemberExpression': {
      const isEnv = isMember(node.object, 'env');
      const name = isEnv && isNode(node.property) ? nameOf(node.property) : undefined;
      return name === undefined ? undefined : (env[name] ?? { variable: name });
    }
    case 'Identifier': {
      const declared = source.places.find(
        ({ node: one }) => one.type === 'VariableDeclarator' && nameOf(one.id) === node.name,
      );
      return next(declared?.node.init);
    }
    default:
      return undefined;
  }
}

function isMember(node: unknown, name: string): boolean {
  return isNode(node) && node.type === 'MemberExpression' && nameOf(node.property) === name;
}

function memberOf(node: SyntaxNode, name: string): SyntaxNode | undefined {
  if (node.type !== 'ObjectExpression') return undefined;
  const found = (node.properties as unknown[]).find((one) => isNode(one) && nameOf(one.key) === name);
  return isNode(found) && isNode(found.value) ? found.value : undefined;
}

/** Calls of Python that listen, and where they do when they are told nothing. */
const calls: readonly {
  readonly call: RegExp;
  readonly port: number | undefined;
  readonly host: string | undefined;
}[] = [
  { call: /\bapp\.run\(/, port: 5000, host: '127.0.0.1' },
  { call: /\buvicorn\.run\(/, port: 8000, host: '127.0.0.1' },
  { call: /\b(?:HTTPServer|make_server|WSGIServer)\(/, port: undefined, host: undefined },
];

/** Where a program in Python listens, one a line. */
export function listeningInPython(file: string, text: string, env: Env): Listening[] {
  return text.split('\n').flatMap((given, index) => {
    const line = given.replace(/^\s*#.*$/, '');
    return calls.flatMap(({ call, port, host }): Listening[] => {
      const args = argumentsAfter(line, call);
      if (args === undefined) return [];
      const variable = /port\s*=\s*int\(os\.(?:environ\.get|getenv|environ\[)\(?\s*["'](\w+)["']/.exec(
        args,
      )?.[1];
      const fallback = /(?:get|getenv)\(\s*["']\w+["']\s*,\s*["']?(\d+)/.exec(args)?.[1];
      const named = /\bport\s*=\s*(\d+)/.exec(args)?.[1] ?? /["']\s*,\s*(\d+)\s*\)?/.exec(args)?.[1];
      const told = named ?? (variable === undefined ? undefined : (env[variable] ?? fallback));
      const isOpen = /\bport\s*=/.test(args) && told === undefined;
      return [
        {
          file,
          line: index + 1,
          port: told === undefined ? (isOpen ? undefined : port) : Number(told),
          ...(isOpen && variable !== undefined ? { variable } : {}),
          host:
            /\bhost\s*=\s*["']([^"']*)["']/.exec(args)?.[1] ??
            /\(?["']([\w.]*)["']\s*,\s*\d/.exec(args)?.[1] ??
            host,
        },
      ];
    });
  });
}

/** What stands between the parentheses of a call, on one line; undefined where there is no such call. */
function argumentsAfter(line: string, call: RegExp): string | undefined {
  const found = call.exec(line);
  if (found === null) return undefined;
  const start = found.index + found[0].length;
  let depth = 1;
  for (let at = start; at < line.length; at++) {
    if (line[at] === '(') depth++;
    if (line[at] === ')' && --depth === 0) return line.slice(start, at);
  }
  return line.slice(start);
}

/** Servers that a command starts, and where they listen when they are told nothing. */
const servers: Readonly<Record<string, Pick<Listening, 'port' | 'host'>>> = {
  uvicorn: { port: 8000, host: '127.0.0.1' },
  hypercorn: { port: 8000, host: '127.0.0.1' },
  gunicorn: { port: 8000, host: '127.0.0.1' },
  'flask run': { port: 5000, host: '127.0.0.1' },
  'next start': { port: 3000, host: undefined },
  'next dev': { port: 3000, host: undefined },
  'http.server': { port: 8000, host: undefined },
  'waitress-serve': { port: 8080, host: undefined },
};

/** Where a command listens that is a server itself. */
export function listeningOf({ program, args, env, line }: StartCommand, file: string): Listening | undefined {
  const words = [basename(program), ...args];
  const name = Object.keys(servers).find((known) => {
    const [server, verb] = known.split(' ') as [string, string?];
    const at = words.findIndex((word) => basename(word) === server);
    return at >= 0 && (verb === undefined || words[at + 1] === verb);
  });
  if (name === undefined) return undefined;
  const flag = (...names: readonly string[]) => {
    for (const one of names) {
      const at = args.indexOf(one);
      if (at >= 0) return args[at + 1];
      const joined = args.find((word) => word.startsWith(`${one}=`));
      if (joined !== undefined) return joined.slice(one.length + 1);
    }
    return undefined;
  };
  const bound = /^(.*):(\d+)$/.exec(flag('-b', '--bind', '--listen') ?? '');
  const given = name === 'http.server' ? args.find((word) => /^\d+$/.test(word)) : undefined;
  const variable = name.startsWith('next') ? env.PORT : name === 'flask run' ? env.FLASK_RUN_PORT : undefined;
  const port = bound?.[2] ?? flag('--port', '-p') ?? given ?? variable;
  const known = servers[name] as Pick<Listening, 'port' | 'host'>;
  const expanded = port?.replace(/^\$\{?(\w+)\}?$/, (whole, one: string) => env[one] ?? whole);
  return {
    file,
    line,
    port: expanded === undefined ? known.port : /^\d+$/.test(expanded) ? Number(expanded) : undefined,
    host:
      bound?.[1] ??
      flag('--host', '-H', '-h', '--hostname') ??
      (name === 'flask run' ? env.FLASK_RUN_HOST : undefined) ??
      known.host,
  };
}
