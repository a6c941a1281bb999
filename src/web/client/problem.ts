// What the server answers when it refuses: RFC 9457, already in the reader's language.
export type ProblemFinding = {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly hint?: string;
  readonly path?: readonly (string | number)[];
  readonly place?: Readonly<Record<string, string | number>>;
};

export type ProblemBody = {
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail?: string;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly request_id?: string;
  readonly findings?: readonly ProblemFinding[];
  readonly errors?: readonly { readonly path: readonly (string | number)[]; readonly message: string }[];
};

export class Problem extends Error {
  readonly body: ProblemBody;
  constructor(body: ProblemBody) {
    super(body.title);
    this.name = 'Problem';
    this.body = body;
  }
  get code(): string {
    return this.body.code;
  }
}

const isBody = (value: unknown): value is ProblemBody =>
  typeof value === 'object' && value !== null && 'code' in value && 'title' in value;

/** Of whatever was thrown on the way to the server. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const code = error instanceof TypeError ? 'unreachable' : 'unexpected';
  return new Problem({ code, status: 0, title: error instanceof Error ? error.message : String(error) });
}

export async function problemOfResponse(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => undefined);
  if (isBody(body)) return new Problem(body);
  return new Problem({ code: 'unexpected', status: response.status, title: response.statusText });
}
