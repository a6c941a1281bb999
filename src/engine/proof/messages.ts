// Wordings of what proofs are checked for.
import type { Wording } from '#core/diagnostic.ts';

export const PROOF_MESSAGES = {
  dataset_broken: {
    zh: '数据集文件无法读取，或缺少编号列',
    en: 'The dataset cannot be read, or has no column of ids',
  },
  capsule_not_understood: {
    zh: '“{file}”不是运行凭证包',
    en: '“{file}” is not a capsule of a run',
  },
  receipt_not_understood: {
    zh: '“{file}”不是核验凭据',
    en: '“{file}” is not a receipt',
  },
  audit_line_not_understood: {
    zh: '“{file}”第{line}行不是审计记录',
    en: 'Line {line} of “{file}” is not an audit entry',
  },
} satisfies Record<string, Wording>;
