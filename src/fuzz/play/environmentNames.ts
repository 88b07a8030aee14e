/** `process.env.NAME`, `env['NAME']`; `os.environ['NAME']`, `os.environ.get('NAME')`, `os.getenv('NAME')`. */
const single =
  /\benv(?:iron)?(?:\??\.(?!get\b)(\w+)|(?:\?\.)?\[\s*['"](\w+)['"]\s*\]|\.get\(\s*['"](\w+)['"])|\bgetenv\(\s*['"](\w+)['"]/g;
/** `const { NAME, OTHER: renamed } = process.env`. */
const several = /\{([^{}]*)\}\s*=\s*process\.env\b/g;

/** The names of environment variables that stand in code, in JavaScript or Python, in their order. */
export function environmentNamesIn(code: string): string[] {
  return [...new Set(placesIn(code).map(({ name }) => name))];
}

/** Those of them that the code has nothing in the place of. */
export function neededNamesIn(code: string): string[] {
  const places = placesIn(code);
  const optional = new Set(places.filter(({ hasDefault }) => hasDefault).map(({ name }) => name));
  return [...new Set(places.map(({ name }) => name))].filter((name) => !optional.has(name));
}

interface Place {
  readonly name: string;
  readonly hasDefault: boolean;
}

function placesIn(code: string): Place[] {
  const found = [...code.matchAll(single)].map((match): Place => {
    const [text, dotted, quoted, got, gotten] = match;
    const after = code.slice(match.index + text.length, match.index + text.length + 40);
    const called = got ?? gotten;
    return {
      name: dotted ?? quoted ?? called ?? '',
      hasDefault:
        /^\s{0,9}\)?\s{0,9}(?:\?\?|\|\||or\b)/.test(after) || (called !== undefined && /^\s*,/.test(after)),
    };
  });
  const taken = [...code.matchAll(several)].flatMap(([, names = '']) =>
    names.split(',').flatMap((part): Place[] => {
      const name = /^\s*(\w+)/.exec(part)?.[1];
      return name === undefined ? [] : [{ name, hasDefault: part.includes('=') }];
    }),
  );
  return [...found, ...taken];
}
