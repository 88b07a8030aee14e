/** True in `npm run nightly`, where tests try more of the same. */
export const isNightly = process.env.SCF_FIXTURES_NIGHTLY !== undefined;

/** How many cases a test tries: enough to notice, and more at night. */
export const casesToTry = (enough: number, atNight: number): number => (isNightly ? atNight : enough);
