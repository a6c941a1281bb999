// File endpoints of identity: who may do what, as a table for those who watch over rights.
import { ROLE_LABELS } from '#core/role-labels.ts';
import type { Role } from '#core/roles.ts';
import type { TokenScope } from '#core/endpoint.ts';
import { lastSignIns } from '#capabilities/audit/service/look.ts';
import { recordEvent } from '#capabilities/audit/service/record.ts';
import { transact } from '#platform/ctx.ts';
import { type Cell, type ExportColumn, exportTable } from '#platform/files/export-table.ts';
import { type FileEndpoint, fileEndpoint, type FileRequest } from '#platform/http/file-endpoint.ts';
import { identityContract } from './contract.ts';
import { type NamedMembership, type NamedToken, selectNamedMemberships, selectNamedTokens } from './store.ts';

/** Known where all contracts come together, which a slice does not see. */
export type Permitted = (
  who: { readonly role: Role } | { readonly scopes: readonly TokenScope[] },
) => readonly string[];

export const identityFiles = (permitted: Permitted): readonly FileEndpoint[] => [
  fileEndpoint(identityContract.exportPermissions, (request) => exportPermissions(request, permitted)),
];

const ROWS_AT_ONCE = 1000;
const STATES = { proposed: '待授权', active: '已授权', ended: '已撤销' } as const;
const COLUMNS: readonly ExportColumn[] = [
  '账号',
  '姓名',
  '角色',
  '授权状态',
  '部门',
  '园区',
  '企业',
  '停用',
  '锁定',
  '二次验证',
  '最近登录（北京时间）',
  '可执行的操作',
].map((header) => ({ header, kind: 'text' as const }));

const yes = (is: boolean): string => (is ? '是' : '否');

async function exportPermissions({ caller, query }: FileRequest, permitted: Permitted): Promise<Response> {
  const format = query.get('format') === 'csv' ? 'csv' : 'xlsx';
  await transact(caller, (ctx) =>
    recordEvent(ctx, { action: 'export_permissions', object: ['zone', ctx.zone], details: { format } }),
  );

  const ofMember = (one: NamedMembership, signedIn: Date | undefined): Cell[] => {
    // A role that is not granted, or an account that is stopped, may do nothing.
    const acts = one.state === 'active' && !one.disabled;
    return [
      one.username,
      one.name,
      ROLE_LABELS[one.role].zh,
      STATES[one.state],
      one.office,
      one.parks,
      one.enterprises,
      yes(one.disabled),
      yes(one.locked),
      yes(one.two_factor),
      timeText(signedIn),
      acts ? permitted(one).join('、') : null,
    ];
  };
  const ofToken = ({ name, scopes, office, last_used_at: used }: NamedToken): Cell[] => [
    null,
    name,
    '接口令牌',
    STATES.active,
    office,
    null,
    null,
    yes(false),
    yes(false),
    yes(false),
    timeText(used ?? undefined),
    permitted({ scopes }).join('、'),
  ];

  async function* pages() {
    let after = '';
    for (;;) {
      const page = await transact(caller, async (ctx) => {
        const members = await selectNamedMemberships(ctx, after, ROWS_AT_ONCE);
        const times = await lastSignIns(
          ctx,
          members.map(({ user_id: id }) => id),
        );
        return members.map((one) => ({ one, signedIn: times.get(one.user_id) }));
      });
      yield page.map(({ one, signedIn }) => ofMember(one, signedIn));
      after = page.at(-1)?.one.username ?? after;
      if (page.length < ROWS_AT_ONCE) break;
    }
    yield (await transact(caller, selectNamedTokens)).map(ofToken);
  }
  return exportTable(caller, format, '权限清单', COLUMNS, pages());
}

const BEIJING_MS = 8 * 3_600_000;

const timeText = (at: Date | undefined): string | null =>
  at === undefined ? null : new Date(at.getTime() + BEIJING_MS).toISOString().slice(0, 16).replace('T', ' ');
