/** The message that a failing assertion throws. */
export function messageOf(assertion: () => void): string {
  try {
    assertion();
  } catch (error) {
    if (error instanceof Error) return error.message;
  }
  throw new Error('The assertion passes.');
}
