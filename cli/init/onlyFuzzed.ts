/** A test as the templates are, without what runs the handler where its calls go out: the fuzzer lets none. */
export function onlyFuzzed(template: string): string {
  const withoutEvents = without(template, { from: 'const instance = ', to: '\n];\n\n' });
  return withoutUnusedNames(
    without(withoutEvents, { from: "\ntest('answers ordinary events and edge cases'", to: '\n});\n' }),
  );
}

/** The text without the part that begins and ends so. */
function without(text: string, { from, to }: { readonly from: string; readonly to: string }): string {
  const start = text.indexOf(from);
  const end = start < 0 ? -1 : text.indexOf(to, start);
  return end < 0 ? text : text.slice(0, start) + text.slice(end + to.length);
}

/** Leaves out what is imported and not used any more. */
function withoutUnusedNames(text: string): string {
  const lines = text.split('\n');
  const body = lines
    .filter((line) => !line.startsWith('import '))
    .join('\n')
    .replace(/'[^']*'/g, '');
  const isUsed = (name: string) => new RegExp(`\\b${name.split(' as ').at(-1)}\\b`).test(body);
  const used = lines.map((line) => (line.startsWith('import ') ? withUsed(line, isUsed) : line));
  return used.filter((line) => line !== undefined).join('\n');
}

/** An import with the names that are used; undefined where none is. */
function withUsed(line: string, isUsed: (name: string) => boolean): string | undefined {
  const [before, after] = [line.indexOf('{ '), line.indexOf(' }')];
  if (before < 0) return line.includes('scf-fixtures') && !isUsed('expect') ? undefined : line;
  const names = line
    .slice(before + 2, after)
    .split(', ')
    .filter(isUsed);
  return names.length === 0 ? undefined : `${line.slice(0, before)}{ ${names.join(', ')}${line.slice(after)}`;
}
