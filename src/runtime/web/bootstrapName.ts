/** The name of the file that starts a web function. */
export const bootstrapName = 'scf_bootstrap';
