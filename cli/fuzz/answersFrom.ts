import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Misuse } from '../../src/core.js';
import type { Answers } from '../../src/fuzz/index.js';

/**
 * Reads a file of answers.
 *
 * @throws Misuse INVALID_ANSWERS when it cannot be read or holds no JSON.
 */
export function answersFrom(file: string, cwd: string): Answers {
  try {
    return JSON.parse(readFileSync(resolve(cwd, file), 'utf8').replace(/^\uFEFF/, '')) as Answers;
  } catch (error) {
    throw new Misuse(
      'INVALID_ANSWERS',
      `Cannot take the answers of ${file}: ${(error as Error).message}. Write { "GET https://api.example.com/*": { … }, "mysql SELECT users": [{ … }] }.`,
    );
  }
}
