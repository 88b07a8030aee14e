import { basename } from 'node:path';

/** What scf_bootstrap starts at last, and with what. */
export interface StartCommand {
  readonly line: number;
  readonly program: string;
  readonly args: readonly string[];
  /** Environment variables that are set before. */
  readonly env: Readonly<Record<string, string>>;
}

const assignment = /^([A-Za-z_]\w*)=(.*)$/;
/** Words of a shell that start no server. */
const before = [
  'export',
  'cd',
  'set',
  'echo',
  'mkdir',
  'chmod',
  'cp',
  'source',
  '.',
  'ulimit',
  'umask',
  'sleep',
];

/** The commands of a script, one a line, as far as they can be read without a shell. */
export function commandsOf(script: string): StartCommand[] {
  const env: Record<string, string> = {};
  const commands: StartCommand[] = [];
  for (const [index, text] of script.split(/\r?\n/).entries()) {
    for (const part of text.split(/&&|;/)) {
      const words = wordsOf(part);
      if (words[0] === 'export') words.shift();
      while (assignment.test(words[0] ?? '')) {
        const [, name = '', value = ''] = assignment.exec(words.shift() as string) ?? [];
        env[name] = value;
      }
      while (['exec', 'nohup', 'env', 'time'].includes(words[0] ?? '')) words.shift();
      const [program, ...args] = words;
      if (program === undefined || before.includes(program)) continue;
      commands.push({ line: index + 1, program, args: args.filter((word) => word !== '&'), env: { ...env } });
    }
  }
  return commands;
}

function wordsOf(part: string): string[] {
  const words = part.match(/"[^"]*"|'[^']*'|[^\s"']+/g) ?? [];
  const comment = words.findIndex((word) => word.startsWith('#'));
  const plain = comment < 0 ? words : words.slice(0, comment);
  return plain.map((word) => word.replace(/^(["'])(.*)\1$/, '$2'));
}

/**
 * Where the platform has the interpreter of a runtime: https://cloud.tencent.com/document/product/583/56126, and for
 * Node 18 https://docs.cloudbase.net/cloud-function/web-func/scf-bootstrap
 */
export const interpreters: Readonly<Record<string, string>> = {
  'Nodejs10.15': '/var/lang/node10/bin/node',
  'Nodejs12.16': '/var/lang/node12/bin/node',
  'Nodejs14.18': '/var/lang/node14/bin/node',
  'Nodejs16.13': '/var/lang/node16/bin/node',
  'Nodejs18.15': '/var/lang/node18/bin/node',
  'Python2.7': '/var/lang/python2/bin/python',
  'Python3.6': '/var/lang/python3/bin/python3.6',
  'Python3.7': '/var/lang/python37/bin/python3.7',
  'Python3.9': '/var/lang/python39/bin/python3.9',
  'Python3.10': '/var/lang/python310/bin/python3.10',
  'Php5.6': '/var/lang/php5/bin/php',
  'Php7.2': '/var/lang/php7/bin/php',
  'Php7.4': '/var/lang/php74/bin/php',
  'Php8.0': '/var/lang/php80/bin/php',
  Java8: '/var/lang/java8/bin/java',
  Java11: '/var/lang/java11/bin/java',
};

/** The language that a program runs: `python` of `/var/lang/python310/bin/python3.10`; undefined for what runs none. */
export function languageOf(program: string): string | undefined {
  return /^(node|python|php|java)[\d.]*$/.exec(basename(program))?.[1];
}

/** The file of the function that a command starts: `app.js` of `node --enable-source-maps app.js`. */
export function entryOf({ program, args }: StartCommand): string | undefined {
  const language = languageOf(program);
  if (language !== 'node' && language !== 'python') return undefined;
  const valued = ['-r', '--require', '--import', '--loader', '-m', '-c', '-e', '-W', '-X'];
  for (let at = 0; at < args.length; at++) {
    const word = args[at] as string;
    if (['-m', '-c', '-e'].includes(word)) return undefined;
    if (valued.includes(word)) at++;
    else if (!word.startsWith('-')) return word.replace(/^\.\/|^\/var\/user\//, '');
  }
  return undefined;
}
