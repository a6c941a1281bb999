// Words of the comparison of versions.
import { words } from '#web/words/words.ts';

export const VERSIONS = words({
  title: ['版本和差异', 'Versions and differences'],
  version: (n: string) => [`第 ${n} 版`, `Version ${n}`],
  draft: ['正在修改的草稿', 'the draft in hand'],
  from: ['从', 'From'],
  to: (what: string) => [`到${what}`, `to ${what}`],
  inWords: ['改了什么', 'What changed'],
  count: (n: string) => [`${n} 处`, `${n} changes`],
  inText: ['文本对照', 'Line by line'],
  same: ['没有差异', 'Nothing differs'],
  sameMeaning: ['内容相同，只有注释或写法不同', 'The same content; only comments or spelling differ'],
  unreadable: [
    '草稿有语法错误，改好后才能逐项比较',
    'The draft has a fault of syntax; it can be compared once that is mended',
  ],
  skipped: (n: string) => [`… ${n} 行相同 …`, `… ${n} equal lines …`],
});
