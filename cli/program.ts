import { basename, dirname, resolve } from 'node:path';
import { Command, CommanderError } from 'commander';
import { configFileIn } from './config/configFile.js';
import { configWords } from './config/configWords.js';
import type { CommandModule } from './shared/command.js';
import { type Io, printableIo } from './shared/io.js';
import { packageVersion } from './shared/packageRoot.js';
import { capital, explained, isSystemError } from './shared/problems.js';
import { languageIn, languageOf, textsIn } from './texts/language.js';
import { type HelpText, said } from './texts/texts.js';

/** The commands in the order of the help page; each is loaded only when it runs. */
const commands: readonly {
  name: string;
  summary: HelpText;
  /** What it is for; the title above it on the help page. */
  group: 'Generate' | 'Check' | 'Run' | 'Fuzz' | 'More';
  hidden?: boolean;
  load: () => Promise<CommandModule>;
}[] = [
  {
    name: 'gen',
    summary: 'write events of one or more kinds as JSON',
    group: 'Generate',
    load: async () => (await import('./commands/gen.js')).gen,
  },
  {
    name: 'list',
    summary: 'show the kinds, or the edge cases and options of one',
    group: 'Generate',
    load: async () => (await import('./commands/list.js')).list,
  },
  {
    name: 'import',
    summary: 'make fixtures of recorded events, without the secrets in them',
    group: 'Generate',
    load: async () => (await import('./commands/import.js')).importEvents,
  },
  {
    name: 'check',
    summary: 'check fixtures or recorded events',
    group: 'Check',
    load: async () => (await import('./commands/check.js')).check,
  },
  {
    name: 'explain',
    summary: 'say what an event is, open what is encoded, and name what deviates',
    group: 'Check',
    load: async () => (await import('./commands/explain.js')).explain,
  },
  {
    name: 'lint-secrets',
    summary: 'find what looks real in fixtures',
    group: 'Check',
    load: async () => (await import('./commands/lintSecrets.js')).lintSecrets,
  },
  {
    name: 'cron',
    summary: 'say what a cron expression means and when it fires next',
    group: 'Check',
    load: async () => (await import('./commands/cron.js')).cron,
  },
  {
    name: 'trigger',
    summary: 'check the triggers of a configuration',
    group: 'Check',
    load: async () => (await import('./commands/trigger.js')).trigger,
  },
  {
    name: 'invoke',
    summary: "run a handler on an event as SCF's Node runtime does",
    group: 'Run',
    load: async () => (await import('./commands/invoke.js')).invoke,
  },
  {
    name: 'serve',
    summary: 'put the platform in front of a handler, on this machine',
    group: 'Run',
    load: async () => (await import('./commands/serve.js')).serve,
  },
  {
    name: 'send',
    summary: 'send events to a function that runs',
    group: 'Run',
    load: async () => (await import('./commands/send.js')).send,
  },
  {
    name: 'init',
    summary: 'write the first test of a handler',
    group: 'Fuzz',
    load: async () => (await import('./commands/init.js')).init,
  },
  {
    name: 'fuzz',
    summary: 'try what the platform may deliver on a handler, and shrink what breaks it',
    group: 'Fuzz',
    load: async () => (await import('./commands/fuzz.js')).fuzz,
  },
  {
    name: 'replay',
    summary: 'try stored failures again',
    group: 'Fuzz',
    load: async () => (await import('./commands/replay.js')).replay,
  },
  {
    name: 'explore',
    summary: 'show events and what their fields mean in the browser, on this machine',
    group: 'More',
    load: async () => (await import('./commands/explore.js')).explore,
  },
  {
    name: 'completion',
    summary: 'print the script that completes command lines in a shell',
    group: 'More',
    load: async () => (await import('./commands/completion.js')).completion,
  },
  {
    name: 'complete',
    summary: 'answer what that script asks',
    group: 'More',
    hidden: true,
    load: async () => (await import('./commands/completion.js')).completeWith(createProgram),
  },
];

/**
 * The command line as a value.
 *
 * @param only the one command that will run; the others are then known by name alone. All when left out.
 * @param configFile the configuration file that is named, false for none.
 */
export async function createProgram(
  io: Io,
  only?: string,
  args: readonly string[] = [],
  configFile?: string | false,
): Promise<Command> {
  const program = new Command('scf-fixtures')
    .description(
      'Seeded events for every trigger of Tencent Cloud SCF, and what it takes to test functions with them.' satisfies HelpText,
    )
    .version(packageVersion(), '-V, --version', 'print the version' satisfies HelpText)
    .option(
      '--lang <language>',
      'language of help and reports: en or zh (as LC_ALL, LC_MESSAGES or LANG say); after any command, too' satisfies HelpText,
    )
    .option(
      '--config <file>',
      'the configuration file (scf-fixtures.config.ts, .js or .json of this folder); after any command, too' satisfies HelpText,
    )
    .option('--no-config', 'take nothing from the configuration file' satisfies HelpText)
    .option(
      '--quiet',
      'no summaries, notes and progress on standard error, only what went wrong; after any command, too' satisfies HelpText,
    )
    .helpOption('-h, --help', 'print this help' satisfies HelpText)
    .commandsGroup('More:')
    .helpCommand('help [command]', 'print the help of a command' satisfies HelpText)
    .exitOverride()
    .hook('preAction', (_, command) => configure(command, io, configFile))
    .configureOutput({
      // Nobody may read to the end of a help text.
      writeOut: (text) => void io.stdout.write(text)?.catch(() => undefined),
      writeErr: () => undefined,
      outputError: () => undefined,
    });
  for (const { name, summary, group, hidden = false, load } of commands) {
    const command = program.command(name, { hidden }).summary(summary).description(sentence(summary));
    command.helpGroup(`${group}:`);
    if (only === undefined || only === name) await (await load()).define(command, io, args);
  }
  if (io.texts !== undefined) (await import('./texts/chinese/helpInChinese.js')).helpInChinese(program);
  return program;
}

/** Gives a command that begins what the project's configuration file says; costs nothing where there is none. */
async function configure(command: Command, io: Io, named: string | false | undefined): Promise<void> {
  const words: string[] = [];
  for (let at: Command | null = command; at?.parent; at = at.parent) words.unshift(at.name());
  const [name = ''] = words;
  if (named === false || name.startsWith('complet')) return;
  const file = named === undefined ? configFileIn(io.cwd) : resolve(io.cwd, named);
  if (file === undefined) return;
  const [{ loadConfig }, { applyConfig }] = await Promise.all([
    import('./config/loadConfig.js'),
    import('./config/applyConfig.js'),
  ]);
  const config = await loadConfig(file);
  if (config.quiet === true) io.isQuiet = true;
  const project = { config, file: basename(file), directory: dirname(file) };
  io.project = { ...project, options: applyConfig(command, name, project, io.cwd) };
}

/** Runs the command line once, without throwing: problems go to `io.stderr` in one sentence and into `io.exitCode`. */
export async function runProgram(given: readonly string[], surroundings: Io): Promise<void> {
  try {
    const { language, args } = languageOf(given, surroundings.env);
    surroundings.texts = await textsIn(language);
    const io = printableIo(surroundings, surroundings.texts);
    const { file, isQuiet, args: rest } = configWords(args);
    io.isQuiet = isQuiet;
    await runIn(rest, file, io);
  } catch (error) {
    const texts = await textsIn(languageIn(surroundings.env));
    await report(error, 'scf-fixtures', printableIo(surroundings, texts));
  }
}

async function runIn(args: readonly string[], configFile: string | false | undefined, io: Io): Promise<void> {
  const words = args.filter((argument) => !argument.startsWith('-'));
  const asksForHelp = words[0] === 'help';
  const named = asksForHelp ? words[1] : words[0];
  const known = commands.some((command) => command.name === named);
  try {
    const defined = asksForHelp ? [...words.slice(1), '--help'] : args;
    const program = await createProgram(io, known ? named : 'none', defined, configFile);
    if (args.length === 0) {
      io.exitCode = 2;
      await io.stderr.write(program.helpInformation());
      return;
    }
    await program.parseAsync(asksForHelp ? helpWords(program, words.slice(1)) : [...args], { from: 'user' });
  } catch (error) {
    await report(error, known ? `scf-fixtures ${named}` : 'scf-fixtures', io);
  }
}

/** What `help <words…>` stands for; where a word names no command it is left alone, so that the nearest one is told. */
function helpWords(program: Command, words: readonly string[]): string[] {
  let command = program;
  for (const word of words) {
    if (command.commands.length === 0) break;
    const inner = command.commands.find((one) => one.name() === word);
    if (inner === undefined) return [...words];
    command = inner;
  }
  return [...words, '--help'];
}

async function report(error: unknown, command: string, io: Io): Promise<void> {
  io.isQuiet = false;
  if (error instanceof CommanderError && error.exitCode === 0) return;
  if (isSystemError(error) && error.code === 'EPIPE') return;
  io.exitCode = 2;
  await io.stderr.write(`scf-fixtures: ${explained(error, command, io.texts)}${placeInConfig(error, io)}\n`);
}

/** Where the value stands that a command does not take, if it is none of the command line. */
function placeInConfig(error: unknown, { project, texts }: Io): string {
  const message = error instanceof Error ? error.message : '';
  const found = project?.options.find(({ flag }) => message.startsWith(`Cannot take ${flag} `));
  if (project === undefined || found === undefined) return '';
  return ` ${said(texts, 'It stands in {{file}} at {{place}}.', { file: project.file, place: found.place })}`;
}

function sentence(words: string): string {
  return `${capital(words)}.`;
}
