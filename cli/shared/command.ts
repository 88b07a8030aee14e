import type { Command } from 'commander';
import type { Io } from './io.js';

/** A command: its arguments, options and action; see `cli/commands`. */
export interface CommandModule {
  /** @param args the whole command line, for a command whose options depend on what it names. */
  define(command: Command, io: Io, args: readonly string[]): void | Promise<void>;
}
