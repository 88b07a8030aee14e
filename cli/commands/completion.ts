import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { RootCommand } from '@bomb.sh/tab';
import type { Command } from 'commander';
import { type CommandOutputs, kinds, loadTrigger, Misuse } from '../../src/core.js';
import { type CommandModule, fromData } from '../shared/command.js';
import type { Io } from '../shared/io.js';

const shells = ['bash', 'zsh', 'fish', 'powershell'];

/** `scf-fixtures completion <shell>`: prints the script that completes command lines. */
export const completion: CommandModule = {
  define(command, io) {
    command
      .argument('<shell>', fromData(shells.join(', ')))
      .option('--json', 'print JSON')
      .addHelpText(
        'after',
        '\nCompletes commands, options, kinds, names of edge cases and files.\nThe command has to be on the PATH: npm install --global scf-fixtures, or node_modules/.bin in it.\n\nExamples:\n  source <(scf-fixtures completion bash)     in ~/.bashrc\n  source <(scf-fixtures completion zsh)      in ~/.zshrc\n  scf-fixtures completion fish | source      in ~/.config/fish/config.fish',
      )
      .action(async (shell: string, flags: { readonly json?: boolean }) => {
        if (!shells.includes(shell)) {
          throw new Misuse('UNKNOWN_SHELL', `Cannot complete in ${shell}: there are ${shells.join(', ')}.`);
        }
        const script = printed(() => new RootCommand().setup('scf-fixtures', 'scf-fixtures', shell));
        const told: CommandOutputs['completion'] = { shell, script };
        await io.stdout.write(flags.json === true ? `${JSON.stringify(told, null, 2)}\n` : script);
      });
  },
};

/** Makes the command line, with the named command alone in full. */
type CreateProgram = (io: Io, only: string, args: readonly string[]) => Promise<Command>;

/** `scf-fixtures complete -- <words…>`: what the scripts ask for at every tab. */
export function completeWith(createProgram: CreateProgram): CommandModule {
  return {
    define(command, io) {
      command
        .argument('[words...]')
        .allowUnknownOption()
        .action(async (words: string[]) => {
          const named = words.find((word) => !word.startsWith('-'));
          const program = await createProgram(io, named ?? 'none', words);
          await io.stdout.write(await completions(program, words, io));
        });
    },
  };
}

async function completions(program: Command, words: readonly string[], io: Io): Promise<string> {
  const root = new RootCommand();
  const current = words.at(-1) ?? '';
  const suggestions = await suggestionsFor(words, current, io);
  addCommands(program, [], root, suggestions);
  const text = printed(() => root.parse([...words]));
  // A directory is seldom the end of a path: no space after it.
  return /^[^\n]*\/\t\n:4\n$/.test(text) ? text.replace(/:4\n$/, ':6\n') : text;
}

/** What may stand in place of an argument or the value of an option, by its name in the help. */
type Suggestions = Readonly<Record<string, readonly string[]>>;

async function suggestionsFor(words: readonly string[], current: string, io: Io): Promise<Suggestions> {
  const triggers = await Promise.all(
    kinds.filter((kind) => words.includes(kind)).map((kind) => loadTrigger(kind)),
  );
  const files = filesFrom(current.replace(/^--?[\w-]+=/, ''), io.cwd);
  return {
    kind: kinds,
    edge: triggers.flatMap(({ edgeCases }) => edgeCases.map(({ name }) => name)),
    shell: shells,
    ...Object.fromEntries(
      [
        'file',
        'files',
        'path',
        'paths',
        'dir',
        'dirs',
        'directory',
        'event',
        'handler',
        'config',
        'schema',
      ].map((name) => [name, files]),
    ),
  };
}

function filesFrom(word: string, cwd: string): readonly string[] {
  const folder = word.slice(0, word.lastIndexOf('/') + 1);
  try {
    return readdirSync(join(folder.startsWith('/') ? '/' : cwd, folder), { withFileTypes: true })
      .filter(({ name }) => !name.startsWith('.') || word.slice(folder.length).startsWith('.'))
      .map((entry) => `${folder}${entry.name}${entry.isDirectory() ? '/' : ''}`)
      .sort();
  } catch {
    return [];
  }
}

function addCommands(
  command: Command,
  path: readonly string[],
  root: RootCommand,
  suggestions: Suggestions,
): void {
  const target = path.length === 0 ? root : root.command(path.join(' '), command.description());
  for (const option of command.createHelp().visibleOptions(command)) {
    const short = option.short?.slice(1);
    const takesValue = option.required || option.optional;
    const value = /[<[]([\w-]+)/.exec(option.flags)?.[1] ?? '';
    const found = suggestions[option.attributeName()] ?? suggestions[value] ?? [];
    const offer = option.argChoices ?? found;
    const name = option.long?.slice(2) ?? option.name();
    if (takesValue) target.option(name, option.description, offering(offer), short);
    else target.option(name, option.description, short);
  }
  for (const argument of command.registeredArguments) {
    const offer = argument.argChoices ?? suggestions[argument.name()] ?? [];
    target.argument(argument.name(), offering(offer), argument.variadic);
  }
  for (const inner of command.createHelp().visibleCommands(command)) {
    if (inner.name() !== 'help') addCommands(inner, [...path, inner.name()], root, suggestions);
  }
}

function offering(offer: readonly string[]): (add: (value: string, description: string) => void) => void {
  return (add) => {
    for (const one of offer) add(one, '');
  };
}

/** What a call prints; the library writes with console.log, all of it before it returns. */
function printed(call: () => void): string {
  const lines: string[] = [];
  const { log } = console;
  console.log = (...texts: unknown[]) => void lines.push(texts.join(' '));
  try {
    call();
  } finally {
    console.log = log;
  }
  return lines.map((line) => `${line}\n`).join('');
}
