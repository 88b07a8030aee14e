import { isObject, type JsonValue, parsedJson } from '../../kernel/json.js';
import { mapTexts } from '../../kernel/mapLeaves.js';

const credential =
  /(secret|token|passw(or)?d|passphrase|pwd|api_?key|access_?key|private_?key|credential|(auth|sign|signing|encryption|encrypt)_?key|dsn$|(database|db|redis|mongo\w*|postgres\w*|mysql|amqp)_?(url|uri)$|connection_?string)/i;
/** Names that speak of a credential and hold none. */
const about =
  /(secret_?id|_id|_name|_path|_file|_dir|_ttl|_expir\w*|_endpoint|_header|_type|_length|_socket|_sock)$/i;

/** The shell's words for where it is. */
const workingDirectory = /^(old|init_?)?pwd$/i;

/** True for the name of an environment variable that holds what must not get out. */
export function isCredentialName(name: string): boolean {
  return credential.test(name) && !about.test(name) && !workingDirectory.test(name);
}

/** The names of environment variables that look like credentials, in the code of a handler. */
export function credentialNamesIn(code: string): string[] {
  const names = [...code.matchAll(/\benv(?:\.(\w+)|\[['"](\w+)['"]\])/g)].map(
    ([, dotted, quoted]) => dotted ?? quoted ?? '',
  );
  return [...new Set(names)].filter(isCredentialName);
}

/** A value in the form of another, with a canary in the place of what is secret. */
export function canaryIn(value: string | undefined, canary: string): string {
  if (value === undefined) return canary;
  const json = parsedJson(value);
  if (isObject(json)) return JSON.stringify(mapTexts(json as JsonValue, () => canary));
  const address = /^(\w[\w+.-]*:\/\/[^:@/\s]*:)[^@\s]+(@.+)$/.exec(value);
  return address === null ? canary : `${address[1]}${canary}${address[2]}`;
}

/**
 * Environment variables that look like credentials, with a canary in each: of this process, of which a handler shall not
 * get the real ones, and of its code.
 */
export function canaryVariables(
  environment: Readonly<Record<string, string | undefined>>,
  code: string,
  canary: string,
): Record<string, string> {
  const names = new Set([...Object.keys(environment).filter(isCredentialName), ...credentialNamesIn(code)]);
  return Object.fromEntries([...names].map((name) => [name, canaryIn(environment[name], canary)]));
}

/** What must not get out of the variables that the user gives; short ones stand in texts by chance. */
export function secretsOf(variables: Readonly<Record<string, string>>): string[] {
  return Object.entries(variables).flatMap(([name, value]) =>
    isCredentialName(name) && value.length >= 8 ? [value] : [],
  );
}
