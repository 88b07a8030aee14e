import { EventEmitter } from 'node:events';
import type { Command, Help } from 'commander';
import { chinese } from './chinese.js';
import { columnsOf, wrapped } from './wrapped.js';

const maxColumns = 80;

/** Puts every text of a command's help, and of the commands in it, into Chinese; what the catalogue lacks stays as it is. */
export function helpInChinese(command: Command): void {
  const help = command.createHelp();
  command
    .description(sentenceInChinese(command.description()))
    .summary(inChinese(command.summary()))
    .configureHelp({ ...command.configureHelp(), ...layout });
  for (const argument of command.registeredArguments) argument.description = inChinese(argument.description);
  for (const option of help.visibleOptions(command)) option.description = inChinese(option.description);
  translateAddedText(command);
  for (const inner of help.visibleCommands(command)) helpInChinese(inner);
}

/** The text that was added after a help. */
export function addedTextOf(command: Command): string {
  const parts: string[] = [];
  const write = (text: string) => void parts.push(text);
  emitterOf(command).emit('afterHelp', { command, error: false, write });
  return parts.join('').replace(/\n$/, '');
}

/** What commander's types leave out: a command tells what happens as events. */
function emitterOf(command: unknown): EventEmitter {
  if (command instanceof EventEmitter) return command;
  throw new TypeError('A command of commander is an EventEmitter.');
}

function translateAddedText(command: Command): void {
  const text = addedTextOf(command);
  if (text === '') return;
  emitterOf(command).removeAllListeners('afterHelp');
  command.addHelpText('after', text.split('\n\n').map(paragraphInChinese).join('\n\n'));
}

function paragraphInChinese(paragraph: string): string {
  const lines = paragraph.replace(/^\n/, '').split('\n');
  const start = paragraph.startsWith('\n') ? '\n' : '';
  if (lines[0] === 'Examples:') return `${start}${lines.map(exampleInChinese).join('\n')}`;
  return `${start}${wrapped(inChinese(lines.join(' ')), maxColumns)}`;
}

/** A command stays as it is; what is said beside it, after two spaces, does not. */
function exampleInChinese(line: string): string {
  const at = line.indexOf('  ', 2);
  if (at < 0) return inChinese(line);
  const comment = line.slice(at).trimStart();
  return `${line.slice(0, line.length - comment.length)}${inChinese(comment)}`;
}

/** The sentence that describes a command is mostly made of its summary. */
function sentenceInChinese(english: string): string {
  const summary = `${english.charAt(0).toLowerCase()}${english.slice(1).replace(/\.$/, '')}`;
  const told = chinese.of(summary);
  return chinese.of(english) ?? (told === undefined ? english : `${told}。`);
}

function inChinese(english: string): string {
  return chinese.of(english) ?? english;
}

const layout: Partial<Help> = {
  displayWidth: columnsOf,
  boxWrap: wrapped,
  styleTitle: inChinese,
  styleUsage: placeholdersInChinese,
  styleSubcommandTerm: placeholdersInChinese,
  optionDescription({ description, argChoices, defaultValue, required, optional }) {
    const hasDefault = (required || optional) && defaultValue !== undefined && String(defaultValue) !== '';
    const remarks = [
      ...(argChoices === undefined ? [] : [`可选：${argChoices.join('、')}`]),
      ...(hasDefault ? [`默认：${String(defaultValue)}`] : []),
    ];
    return remarks.length === 0 ? description : `${description}（${remarks.join('；')}）`;
  },
};

function placeholdersInChinese(words: string): string {
  return words.replaceAll('[options]', '[选项]').replaceAll('[command]', '[命令]');
}
