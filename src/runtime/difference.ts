/** Something that a function did or relied on that is otherwise on the platform. */
export type Difference =
  | {
      /** It wrote outside of `/tmp`; the call failed with EROFS, as there. */
      readonly kind: 'read-only';
      readonly path: string;
      /** The function of `node:fs`. */
      readonly call: string;
    }
  | {
      /** It read an environment variable that is set in the surroundings of this process alone. */
      readonly kind: 'variable';
      readonly name: string;
      /** Where: `/app/index.js:3`. */
      readonly at?: string;
    };

/** Says what is otherwise on the platform, in a sentence. */
export function describeDifference(difference: Difference): string {
  if (difference.kind === 'read-only')
    return `fs.${difference.call} was refused for ${difference.path}: a function may write to /tmp alone, elsewhere it gets EROFS. Nothing was written.`;
  const { name, at } = difference;
  return `${name} is set here and not for the function${at === undefined ? '' : `, which reads it at ${at}`}: give it by --env ${name}=… or in serverless.yml.`;
}
