const literals =
  /#[^\n]*|[rbuf]{0,2}("""|''')[\s\S]*?\1|[rbuf]{0,2}("(?:\\[\s\S]|[^"\\\n])*"|'(?:\\[\s\S]|[^'\\\n])*')/gi;
const fields = /\[\s*(?:"(\w+)"|'(\w+)')\s*\]|\.(?:get|pop|setdefault)\(\s*(?:"(\w+)"|'(\w+)')/g;
const variables = /\b(?:environ(?:\.get\(|\[)|getenv\()\s*["'](\w+)["']/g;

/**
 * The texts, numbers, names of fields and of environment variables in Python code, written as a script, so that who looks
 * for them in scripts finds them.
 */
export function scriptOf(code: string): string {
  const texts: string[] = [];
  const rest = code.replace(literals, (found, triple: string | undefined, quoted: string | undefined) => {
    if (triple === undefined && quoted !== undefined) texts.push(JSON.stringify(quoted.slice(1, -1)));
    return found.startsWith('#') ? '' : ' ';
  });
  const names = [...code.matchAll(fields)].map((match) => match.slice(1).find(Boolean) ?? '');
  const environment = [...code.matchAll(variables)].map(([, name]) => `process.env.${name};`);
  const numbers = [...rest.matchAll(/(?<![\w.])\d[\d_]*(?:\.\d+)?(?![\w.])/g)].map(([number]) => number);
  return [
    `[${texts.join(', ')}];`,
    `[${numbers.join(', ')}];`,
    ...names.map((name) => `event.${name};`),
    ...environment,
  ].join('\n');
}
