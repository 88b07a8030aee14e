/** A test as the templates are, without what runs the handler where its calls go out: the fuzzer lets none. */
export function onlyFuzzed(template: string): string {
  return withoutUnusedNames(
    template
      .replace(/^const instance = [\s\S]*?^\];\n\n/m, '')
      .replace(/\ntest\('answers ordinary events and edge cases'[\s\S]*?^\}\);\n/m, ''),
  );
}

/** Leaves out what is imported and not used any more. */
function withoutUnusedNames(text: string): string {
  const body = text.replace(/^import .*\n/gm, '').replace(/'[^']*'/g, '');
  const isUsed = (name: string) => new RegExp(`\\b${name.split(' as ').at(-1)}\\b`).test(body);
  return text.replace(/^import (?:\{ ([^}]+) \} from )?('[^']+');\n/gm, (line, list?: string, from = '') => {
    if (list === undefined) return from.includes('scf-fixtures') && !isUsed('expect') ? '' : line;
    const names = list.split(', ').filter(isUsed);
    return names.length === 0 ? '' : `import { ${names.join(', ')} } from ${from};\n`;
  });
}
