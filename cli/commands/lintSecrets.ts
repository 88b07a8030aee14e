import { statSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { Misuse } from '../../src/core.js';
import { realInFile } from '../secrets/realInFile.js';
import type { FoundSecret } from '../secrets/scanners.js';
import type { CommandModule } from '../shared/command.js';
import { filesBelow } from '../shared/filesBelow.js';
import type { Io } from '../shared/io.js';
import { oneLine } from '../shared/printable.js';
import { countedIn, said } from '../texts/texts.js';
import { noteIn } from '../texts/toldNotes.js';

/** `scf-fixtures lint-secrets <dirs…>`: finds what looks real in fixtures. */
export const lintSecrets: CommandModule = {
  define(command, io) {
    command
      .argument('<paths...>', 'directories or files')
      .option('--json', 'print JSON')
      .addHelpText(
        'after',
        '\nLooks for keys, tokens, signatures, passwords, webhook addresses, e-mail addresses, public IP addresses and numbers of\ntelephones, identity and bank cards, also inside JSON, Base64 and gzip, by rules of its own and those that secretlint\nrecommends. Exits 0 when there are none, 1 when there are.\n\nExamples:\n  scf-fixtures lint-secrets fixtures\n  scf-fixtures lint-secrets --json test/fixtures',
      )
      .action(async (paths: string[], flags: { readonly json?: boolean }) => run(paths, flags, io));
  },
};

async function run(paths: readonly string[], flags: { readonly json?: boolean }, io: Io): Promise<void> {
  const files = paths.flatMap((path) => filesAt(resolve(io.cwd, path), path));
  const findings: { readonly file: string; readonly what: string; readonly found: string }[] = [];
  for (const file of files) {
    const shown = oneLine(relative(io.cwd, file));
    for (const secret of await realInFile(file)) {
      findings.push({ file: shown, what: secret.what, found: masked(secret) });
    }
  }
  if (flags.json === true)
    await io.stdout.write(`${JSON.stringify({ files: files.length, findings }, null, 2)}\n`);
  else
    for (const { file, what, found } of findings)
      await io.stdout.write(`${file}: ${noteIn(io.texts, what)}: ${found}\n`);
  await io.stderr.write(
    `${said(io.texts, findings.length === 1 ? 'Looked into {{files}}: {{values}} that looks real.' : 'Looked into {{files}}: {{values}} that look real.', { files: countedIn(io.texts, files.length, 'file'), values: countedIn(io.texts, findings.length, 'value') })}\n`,
  );
  if (findings.length > 0) io.exitCode = 1;
}

function filesAt(path: string, shown: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  const files = filesBelow(path);
  if (files.length > 0) return files;
  throw new Misuse('NO_FILES', `Cannot look for secrets in ${shown}: the directory holds no file.`);
}

/** Enough to find it again, too little to use it. */
function masked({ text }: FoundSecret): string {
  const shown = Math.min(6, Math.ceil(text.length / 4));
  return JSON.stringify(`${text.slice(0, shown)}…`);
}
