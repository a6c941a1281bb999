// The API's description as a page to read and to print, made on the server: no script, nothing from elsewhere.
import { ROLE_LABELS } from '#core/role-labels.ts';
import type { Role } from '#core/roles.ts';
import type { Access } from '#core/endpoint.ts';
import { type Endpoint, listEndpoints } from './openapi.ts';

const STYLE = `
  body { font: 15px/1.6 system-ui, "Noto Sans CJK SC", sans-serif; max-width: 1000px; margin: 2rem auto; padding: 0 1rem; color: #1f2328 }
  h2 { border-bottom: 1px solid #d0d7de; margin-top: 2.5rem } table { border-collapse: collapse; width: 100% }
  td, th { text-align: left; padding: .35rem .6rem; border-bottom: 1px solid #eaeef2; vertical-align: top }
  code { font: 13px ui-monospace, monospace; overflow-wrap: anywhere } .m { font-weight: 600; white-space: nowrap }
  @media (max-width: 600px) { td { display: block; border: 0; padding: .1rem 0 } tr { display: block; padding: .6rem 0; border-bottom: 1px solid #eaeef2 } th { display: none } }
`;

export function docsPage(): string {
  const slices = new Map<string, Endpoint[]>();
  for (const endpoint of listEndpoints()) {
    const [slice = ''] = endpoint.name.split('.');
    slices.set(slice, [...(slices.get(slice) ?? []), endpoint]);
  }
  const sections = [...slices].map(([slice, endpoints]) => `<h2>${escape(slice)}</h2>${table(endpoints)}`);
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>亩均 API</title><style>${STYLE}</style></head><body><h1>亩均 API</h1>
<p>机器可读的完整说明 · the complete description for programs: <a href="/api/openapi.json"><code>/api/openapi.json</code></a>（OpenAPI 3.1）。</p>
<p>浏览器用会话Cookie；部门系统用令牌：<code>Authorization: Bearer mj_…</code>。错误为 <code>application/problem+json</code>。
翻页：<code>limit</code> 与 <code>cursor</code>（取上一页的 <code>next</code>）。重复提交保护：<code>Idempotency-Key</code>。</p>
${sections.join('\n')}</body></html>`;
}

function table(endpoints: readonly Endpoint[]): string {
  const rows = endpoints.map(
    ({ method, path, summary, access }) =>
      `<tr><td class="m">${method}</td><td><code>/api${escape(path)}</code></td><td>${escape(summary)}</td><td>${escape(whoText(access))}</td></tr>`,
  );
  return `<table><tr><th></th><th>路径 · Path</th><th>说明 · Summary</th><th>权限 · Who</th></tr>${rows.join('')}</table>`;
}

function whoText({ allow, token }: Access): string {
  const people =
    allow === 'public'
      ? '公开 public'
      : allow === 'signed_in'
        ? '已登录 signed in'
        : allow.map((role: Role) => ROLE_LABELS[role].zh).join('、');
  return token === undefined ? people : `${people}；令牌 ${token}`;
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
