/** Requests for an editor, or as commands of curl; the file of each ends so. */
export const requestFormats = { http: 'http', curl: 'sh' } as const;

/** A form in which only requests can be written. */
export type RequestFormat = keyof typeof requestFormats;
