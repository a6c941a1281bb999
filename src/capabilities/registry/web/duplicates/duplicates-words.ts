// Words of enterprises that may be registered twice.
import { words } from '#web/words/words.ts';

export const DUPLICATES = words({
  answer: (n: string) => [
    `疑似重复 ${n} 组，请逐组核对`,
    `${n} groups may be one enterprise each: check them one by one`,
  ],
  answerNone: ['没有疑似重复的企业', 'No enterprise seems to be registered twice'],
  label: ['疑似重复企业', 'Possible duplicates'],
  enterprises: ['企业', 'Enterprises'],
  number: ['登记数', 'Records'],
  why: ['为什么疑似', 'Why'],
  same_name: ['名称相同', 'Same name'],
  same_account: (utility: string, account: string) => [
    `${utility}户号相同（${account}）`,
    `Same ${utility} account (${account})`,
  ],
  power: ['用电', 'power'],
  water: ['用水', 'water'],
  gas: ['用气', 'gas'],
  none: ['名称、水电气户号都没有重复。', 'No name and no utility account occurs twice.'],
  compare: ['逐项对照', 'Side by side'],
  field: ['项目', 'Field'],
  differs: ['不同', 'differs'],
  differences: (n: string) => [`${n} 项不同，已标出`, `${n} fields differ and are marked`],
  keep: ['保留这家', 'Keep this one'],
  kept: ['保留', 'Kept'],
  open: ['查看企业', 'Open'],
  merge: ['并入保留的企业', 'Merge into the kept one'],
  mergeTitle: (merged: string, kept: string) => [
    `把“${merged}”并入“${kept}”`,
    `Merge ${merged} into ${kept}`,
  ],
  consequences: [
    '用地、对方缺少的数据、未答复的异议和账号转到保留的企业；两家都有而不同的数据列为疑点，待处理。被并企业的记录留存，公布过的名单不变；合并可以在企业页面撤销。',
    'Land, figures the other lacks, open disputes and accounts go to the kept enterprise; figures that both have and that differ become findings. The merged record and published lists stay as they are. The merge can be taken back on the enterprise’s page.',
  ],
  done: (merged: string, kept: string) => [
    `已把“${merged}”并入“${kept}”`,
    `${merged} is part of ${kept} now`,
  ],
  sameFirm: ['同一企业重复登记', 'One enterprise registered twice'],
  renamed: ['企业更名后重复登记', 'Registered again under a new name'],
  notTheSame: [
    '核对后不是同一家的，不必处理：名称或户号改正后自动移出本表。',
    'Where they are not the same there is nothing to do: once the name or account is corrected they leave this list.',
  ],
  merges: ['合并记录', 'Merges'],
  becamePart: ['本企业已并入其他企业', 'This record became part of another'],
  took: (name: string) => [`并入了“${name}”`, `${name} became part of it`],
  wentOver: (land: string, figures: string, accounts: string) => [
    `转入用地 ${land} 条、数据 ${figures} 项、账号 ${accounts} 个`,
    `Went over: ${land} uses of land, ${figures} figures, ${accounts} accounts`,
  ],
  undo: ['撤销合并', 'Take it back'],
  undone: ['已撤销', 'Taken back'],
  undoHint: [
    '转过来的用地、数据和账号还给原企业；合并以后又改过的留在保留的企业。',
    'What went over goes back; what was changed since stays with the kept enterprise.',
  ],
  undoDone: (restored: string, left: string) => [
    `已撤销：还回 ${restored} 项，留下 ${left} 项`,
    `Taken back: ${restored} returned, ${left} stayed`,
  ],
});
