// The API's own description: OpenAPI 3.1 made from the contracts, so that it cannot say anything else than they do.
import { OpenAPIGenerator } from '@orpc/openapi';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import type { Access } from '#core/endpoint.ts';
import { contract } from './contract.ts';

const PROBLEM = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'request_id'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    detail: { type: 'string' },
    request_id: { type: 'string' },
    findings: { type: 'array', items: { type: 'object' } },
    errors: { type: 'array', items: { type: 'object' } },
  },
} as const;

type Operation = { responses?: Record<string, unknown>; [key: string]: unknown };
export type ApiDocument = {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
};

export async function openApiDocument(): Promise<ApiDocument> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  const document = await generator.generate(contract, {
    info: { title: '亩均 Mujun API', version: '1' },
    servers: [{ url: '/api' }],
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'better-auth.session_token' },
        token: { type: 'http', scheme: 'bearer' },
      },
      schemas: { Problem: PROBLEM as never },
    },
  });
  const described = JSON.parse(JSON.stringify(document)) as ApiDocument;
  const accessOf = accessByRoute();
  for (const [path, operations] of Object.entries(described.paths)) {
    for (const [method, operation] of Object.entries(operations)) {
      const access = accessOf.get(`${method.toUpperCase()} ${path}`);
      if (access !== undefined) describeAccess(operation, access);
    }
  }
  return described;
}

function describeAccess(operation: Operation, access: Access): void {
  const session = access.allow === 'public' ? [] : [{ session: [] }];
  operation['security'] = [...session, ...(access.token === undefined ? [] : [{ token: [access.token] }])];
  operation['x-allow'] = access.allow;
  const problem = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  operation.responses = {
    ...operation.responses,
    default: { description: '错误 · Problem', content: problem },
  };
}

type ContractEndpoint = {
  readonly '~orpc': {
    readonly meta: Access;
    readonly route: { readonly method?: string; readonly path?: string; readonly summary?: string };
  };
};

export type Endpoint = {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly access: Access;
};

/** Every endpoint of the product with who may call it. */
export function listEndpoints(): Endpoint[] {
  return Object.entries(contract).flatMap(([slice, endpoints]) =>
    Object.entries(endpoints as Readonly<Record<string, ContractEndpoint>>).map(([name, endpoint]) => {
      const { meta, route } = endpoint['~orpc'];
      return {
        name: `${slice}.${name}`,
        method: route.method ?? 'POST',
        path: route.path ?? '',
        summary: route.summary ?? '',
        access: meta,
      };
    }),
  );
}

function accessByRoute(): Map<string, Access> {
  return new Map(listEndpoints().map(({ method, path, access }) => [`${method} ${path}`, access]));
}
