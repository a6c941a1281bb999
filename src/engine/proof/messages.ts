// Wordings of what proofs are checked for.
import type { Wording } from '#core/diagnostic.ts';

export const PROOF_MESSAGES = {
  dataset_broken: {
    zh: '数据集文件无法读取，或缺少编号列',
    en: 'The dataset cannot be read, or has no column of ids',
  },
  proof_unreadable: {
    zh: '无法读取“{file}”：{reason}',
    en: '“{file}” cannot be read: {reason}',
  },
  capsule_not_understood: {
    zh: '“{file}”不是运行凭证包',
    en: '“{file}” is not a capsule of a run',
  },
  capsule_too_large: {
    zh: '“{file}”解压后超过{limit} MB，未予读取',
    en: '“{file}” would unpack to more than {limit} MB; it was not read',
  },
  receipt_not_understood: {
    zh: '“{file}”不是核验凭据',
    en: '“{file}” is not a receipt',
  },
  audit_log_empty: {
    zh: '“{file}”中没有审计记录，无可核验',
    en: 'There is no audit entry in “{file}”: nothing to verify',
    hint: {
      zh: '如确为新建开发区的空日志，请以 --head 0:{start} 说明',
      en: 'If it is the log of a new zone, say so with --head 0:{start}',
    },
  },
  audit_line_not_understood: {
    zh: '“{file}”第{line}行不是审计记录',
    en: 'Line {line} of “{file}” is not an audit entry',
  },
} satisfies Record<string, Wording>;
