/** What stands in the place of a role's temporary keys; visibly none. */
export const exampleKeys = {
  secretId: 'AKID-EXAMPLE-0001',
  secretKey: 'EXAMPLE-KEY-0001',
  sessionToken: 'EXAMPLE-TOKEN-0001',
} as const;
