/** Fixed words around what commands print; what stands in double braces is filled in. */
export const words = {
  'Replaced {{values}}.': '替换了 {{values}}。',
} as const;
