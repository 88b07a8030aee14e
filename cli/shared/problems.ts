import { CommanderError } from 'commander';
import { said, type Texts } from '../texts/texts.js';
import { oneLine } from './printable.js';

/** One sentence for whatever went wrong; an error that nobody foresaw keeps its stack, since it is ours to mend. */
export function explained(error: unknown, command: string, texts?: Texts): string {
  const told = (sentence: string) => texts?.of(sentence) ?? sentence;
  if (error instanceof CommanderError)
    return said(texts, '{{problem}}. See {{command}} --help.', { problem: told(misused(error)), command });
  return told(sentenceOf(error, command));
}

/** What is wrong with a command line. */
function misused({ message }: CommanderError): string {
  const lines = message
    .replace(/^error: /, '')
    .trim()
    .split('\n');
  return capital(
    lines
      .map((line) => line.trim())
      .join(' ')
      .replace(/\.$/, ''),
  );
}

function sentenceOf(error: unknown, command: string): string {
  if (error instanceof Error && error.name === 'Misuse') return error.message;
  if (isSystemError(error)) return systemSentence(error);
  if (isOf(error, 'ERR_STRING_TOO_LONG') || isOf(error, 'ERR_FS_FILE_TOO_LARGE'))
    return `Cannot run ${command}: a file that it reads is larger than 512 MB. Name a smaller one.`;
  if (error instanceof Error && error.message.includes('Maximum call stack size exceeded'))
    return `Cannot run ${command}: something that it was given is nested too deeply. Make it flatter.`;
  return `This is a fault of scf-fixtures: ${error instanceof Error ? error.stack : String(error)}`;
}

const systemReasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or directory',
  EACCES: 'permission is denied',
  EPERM: 'it is not permitted',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  ENOTDIR: 'a part of its path is a file, not a directory',
  EISDIR: 'it is a directory',
  EEXIST: 'it is in the way',
  ELOOP: 'it is a symbolic link',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'its name is too long',
};

function systemSentence(error: NodeJS.ErrnoException): string {
  const reason = systemReasons[error.code ?? ''] ?? error.message;
  const verb = ['open', 'read', 'scandir', 'stat', 'lstat'].includes(error.syscall ?? '') ? 'open' : 'write';
  return `Cannot ${verb} ${oneLine(error.path ?? 'the output')}: ${reason} (${error.code}).`;
}

export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error && 'code' in error;
}

function isOf(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

/** A text that begins with a capital letter. */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
