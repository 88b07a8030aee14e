/** What redaction writes in place of secrets; found again, it stays. */
const faked =
  /^(?:example(?:-\d+)?|AKID-EXAMPLE-\d+|example\.jwt\.\d+|sk-example-\d+|EXAMPLE KEY \d+|0{20}\d+)$/;
const containsFake = /\bexample-\d|\bEXAMPLE[ -]/;

/** True for a fake secret. */
export function isFake(text: string): boolean {
  return faked.test(text);
}

/** True for a text with a fake secret in it. */
export function hasFake(text: string): boolean {
  return containsFake.test(text);
}

export const plainFake = (n: number): string => `example-${n}`;
export const idFake = (n: number): string => `AKID-EXAMPLE-${String(n).padStart(4, '0')}`;
/** In place of a signature of 32 characters. */
export const signFake = (n: number): string => String(n).padStart(32, '0');

/** The digits of a number in place of the last digits or letters of a text; all before them become zeros. */
export function shapedFake(real: string, n: number, kept = 0): string {
  const digits = String(n);
  let left = real.replaceAll(/[^A-Za-z0-9]/g, '').length;
  let at = 0;
  return real.replaceAll(/[A-Za-z0-9]/g, (char) => {
    left--;
    if (at++ < kept) return char;
    return left < digits.length ? (digits[digits.length - 1 - left] as string) : '0';
  });
}

/** True for what {@link shapedFake} makes of texts that are long enough. */
export function isShapedFake(text: string, kept = 0): boolean {
  const bare = text.replaceAll(/[^A-Za-z0-9]/g, '').slice(kept);
  return /^0{6}\d*$/.test(bare);
}
