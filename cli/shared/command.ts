import type { Command, Option } from 'commander';
import type { HelpText } from '../texts/texts.js';
import type { Io } from './io.js';

/** A command: its arguments, options and action; see `cli/commands`. */
export interface CommandModule {
  /** @param args the whole command line, for a command whose options depend on what it names. */
  define(command: ToldCommand, io: Io, args: readonly string[]): void | Promise<void>;
}

/** A command of commander whose descriptions the catalogue has; one that it lacks is refused by its type. */
export interface ToldCommand extends Pick<Command, 'options' | 'opts' | 'getOptionValue' | 'createOption'> {
  command(name: string): this;
  description(text: HelpText): this;
  argument(name: string, text?: HelpText): this;
  option(flags: string, text: HelpText, defaultValue?: string): this;
  option<Value>(
    flags: string,
    text: HelpText,
    read: (value: string, before: Value) => Value,
    defaultValue: Value,
  ): this;
  requiredOption(flags: string, text: HelpText): this;
  addOption(option: Option): this;
  addHelpText(position: 'after', text: string): this;
  allowUnknownOption(): this;
  action(run: Parameters<Command['action']>[0]): this;
}

/** A description that stands as data, where no type sees it; the test of the catalogue does. */
export function fromData(text: string): HelpText {
  return text as HelpText;
}
