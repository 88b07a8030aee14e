/**
 * Thrown when this library is called wrongly; never for a wrong event (that is an Issue) or a failed assertion.
 * The message reads *Cannot <verb> <object>: <reason with the value>. <What to do>.*
 */
export class Misuse extends Error {
  override readonly name = 'Misuse';
  /** Stable across releases: `UNKNOWN_KIND`, `INVALID_COUNT`. */
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
