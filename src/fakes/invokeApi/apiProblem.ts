/** Why the API refuses a request: what stands in `Response.Error` of an HTTP 200. */
export interface ApiProblem {
  /** `AuthFailure.SignatureFailure`, `ResourceNotFound.Function`, … */
  readonly code: string;
  readonly message: string;
}

/** Thrown while a request is read, caught where it is answered. */
export class ApiRefusal extends Error {
  readonly problem: ApiProblem;

  constructor(code: string, message: string) {
    super(message);
    this.problem = { code, message };
  }
}
