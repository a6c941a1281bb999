// `mujun verify`: computes a run again from its capsule, or checks an enterprise's receipt, without asking anybody.
import { readFileSync } from 'node:fs';
import { AppError } from '#core/app-error.ts';
import { type CapsuleFault, type CapsuleReport, verifyCapsule } from '#engine/proof/capsule.ts';
import { Receipt, receiptFault } from '#engine/proof/receipt.ts';
import { ENGINE_VERSION } from '#engine/version.ts';
import { unpackCapsule } from '#platform/files/capsule-file.ts';
import type { Command, Io } from '../command.ts';
import { renderFinding } from '../findings.ts';

export const verifyCommand: Command = {
  name: 'verify',
  summary: {
    zh: '核验运行凭证包（重新计算，逐字节比对）或企业核验凭据',
    en: 'verify a capsule (compute again, compare byte by byte) or an enterprise’s receipt',
  },
  positionals: 'FILE',
  options: {
    root: {
      type: 'string',
      value: 'HASH',
      zh: '公布的默克尔根，用来核对凭据',
      en: 'the published Merkle root, to check a receipt against',
    },
  },
  example: 'mujun verify 凭证包.zip',
  run: (args, io) => {
    const [file] = args.positionals;
    if (file === undefined) throw new AppError('file_argument_missing', { command: 'verify' });
    const bytes = readFile(file);
    const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
    return Promise.resolve(
      isZip ? verifyFile(bytes, file, io) : verifyReceipt(bytes, file, args.text('root'), io),
    );
  },
};

function readFile(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new AppError('proof_unreadable', { file, reason });
  }
}

function verifyFile(bytes: Uint8Array, file: string, io: Io): number {
  const capsule = unpackCapsule(bytes, file);
  const report = verifyCapsule(capsule);
  const { manifest } = capsule;
  const zh = io.lang === 'zh';
  io.out(
    zh
      ? `${manifest.title}：${manifest.rows} 个评价对象，数据集 ${short(manifest.hashes.dataset)}，方案 ${short(manifest.hashes.scheme)}，结果 ${short(manifest.hashes.result)}`
      : `${manifest.title}: ${manifest.rows} subjects, dataset ${short(manifest.hashes.dataset)}, scheme ${short(manifest.hashes.scheme)}, result ${short(manifest.hashes.result)}`,
  );
  io.out(
    zh
      ? `开发区 ${manifest.zone}，运行 ${manifest.run}，清单封印 ${manifest.seal}`
      : `zone ${manifest.zone}, run ${manifest.run}, seal of the manifest ${manifest.seal}`,
  );
  if (report.otherEngine !== undefined) {
    io.out(
      zh
        ? `! 由引擎 ${report.otherEngine} 版计算，以 ${ENGINE_VERSION} 版核验`
        : `! computed by engine ${report.otherEngine}, verifying with ${ENGINE_VERSION}`,
    );
  }
  return conclude(report, io);
}

const short = (hash: string): string => hash.slice(0, 12);

function conclude({ faults }: CapsuleReport, io: Io): number {
  const zh = io.lang === 'zh';
  for (const fault of faults) {
    io.out(`✗ ${faultText(fault)[io.lang]}`);
    if (fault.kind === 'not_computable')
      for (const finding of fault.diagnostics) io.err(renderFinding(finding, io.lang));
  }
  if (faults.length === 0)
    io.out(
      zh
        ? '✓ 核验通过：重新计算的结果逐字节一致'
        : '✓ verified: computed again, the result is the same byte by byte',
    );
  else io.out(zh ? '核验未通过' : 'not verified');
  return faults.length === 0 ? 0 : 1;
}

const HASH_NAMES = {
  scheme: { zh: '方案', en: 'scheme' },
  dataset: { zh: '数据集', en: 'dataset' },
  run: { zh: '运行', en: 'run' },
  result: { zh: '结果', en: 'result' },
};

function faultText(fault: CapsuleFault): { zh: string; en: string } {
  switch (fault.kind) {
    case 'manifest_altered':
      return {
        zh: '清单（标题、开发区、运行、引擎等）被改动过',
        en: 'the manifest (title, zone, run, engine and the like) was altered',
      };
    case 'file_missing':
      return { zh: `缺少文件 ${fault.name}`, en: `the file ${fault.name} is missing` };
    case 'file_altered':
      return { zh: `文件 ${fault.name} 被改动过`, en: `the file ${fault.name} was altered` };
    case 'file_unknown':
      return {
        zh: `清单列有多余的文件 ${fault.name}`,
        en: `the manifest names a file too many: ${fault.name}`,
      };
    case 'not_computable':
      return { zh: '无法重新计算', en: 'it cannot be computed again' };
    case 'hash_differs': {
      const name = HASH_NAMES[fault.name];
      return {
        zh: `${name.zh}的哈希与清单不符`,
        en: `the hash of the ${name.en} is not the one in the manifest`,
      };
    }
    case 'rows_differ':
      return { zh: '对象个数与清单不符', en: 'the number of subjects is not the one in the manifest' };
    case 'result_differs':
      return {
        zh: '重新计算的结果与包内结果不一致',
        en: 'the recomputed result is not the one in the capsule',
      };
  }
}

function verifyReceipt(bytes: Uint8Array, file: string, root: string | undefined, io: Io): number {
  const parsed = Receipt.safeParse(parseJson(bytes));
  if (!parsed.success) throw new AppError('receipt_not_understood', { file });
  const receipt = parsed.data;
  const { row } = receipt;
  const zh = io.lang === 'zh';
  const place = row.rank === null ? '' : zh ? `，第 ${row.rank} 名` : `, rank ${row.rank}`;
  io.out(`${receipt.title}: ${row.name} ${row.credit_code}, ${row.class}${place}`);
  const fault = receiptFault(receipt, root);
  if (fault === undefined) {
    const own = zh
      ? `✓ 该行在根为 ${receipt.root} 的名单中；请与公布的根核对`
      : `✓ the row is in the list with the root ${receipt.root}; compare it with the published one`;
    const both = zh ? '✓ 核验通过：该行在公布的名单中' : '✓ verified: the row is in the published list';
    io.out(root === undefined ? own : both);
    return 0;
  }
  const text = {
    proof_broken: { zh: '✗ 该行与凭据中的证明不符', en: '✗ the row does not fit the proof in the receipt' },
    other_root: { zh: '✗ 凭据不属于这个公布的名单', en: '✗ the receipt is not one of this published list' },
  }[fault];
  io.out(text[io.lang]);
  return 1;
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
