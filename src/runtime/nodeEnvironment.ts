/** Of this machine's variables those without which no program is found. */
const keptNames = ['PATH', 'Path', 'SystemRoot', 'windir'];

/**
 * The environment of an instance in Node: the variables of the platform and of the function, of this machine's only where
 * programs are.
 *
 * @param given those of the platform that every runtime has, and those of the function.
 */
export function environmentOf(given: Readonly<Record<string, string>>): Record<string, string> {
  const kept = keptNames.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  // As captured; and as the vendor documents.
  return { ...Object.fromEntries(kept), HOME: '/home/qcloud', TENCENTCLOUD_TZ: 'UTC', ...given };
}

/** Names of variables that this process has and an environment has not; its zone may be ours: see `processZone`. */
export function namesHereOnly(env: Readonly<Record<string, string>>): string[] {
  return Object.keys(process.env).filter((name) => name !== 'TZ' && !Object.hasOwn(env, name));
}
