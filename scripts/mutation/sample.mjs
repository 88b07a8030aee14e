// Which mutants of a folder are tried: the same ones in every run and wherever their lines move to.
import { createHash } from 'node:crypto';
import { relative } from 'node:path';

const hashOf = (text) => createHash('sha256').update(text).digest('hex');
const before = (a, b) => (a < b ? -1 : 1);
const placeOf = ({ fileName, location: { start } }) =>
  `${fileName}:${String(start.line).padStart(6)}:${String(start.column).padStart(6)}`;

/** The `size` mutants with the lowest hashes of file, change and how many times the same change came before. */
export function sampleOf(mutants, size, root = process.cwd()) {
  const seen = new Map();
  const hashed = mutants
    .toSorted((a, b) => before(placeOf(a), placeOf(b)))
    .map((mutant) => {
      const change = `${relative(root, mutant.fileName)} ${mutant.mutatorName} ${mutant.replacement}`;
      const count = seen.get(change) ?? 0;
      seen.set(change, count + 1);
      return { mutant, hash: hashOf(`${change} ${count}`) };
    });
  return hashed
    .toSorted((a, b) => before(a.hash, b.hash))
    .slice(0, size)
    .map(({ mutant }) => mutant);
}
