// Words beside the text of a scheme.
import { words } from '#web/words/words.ts';

export const TEXT = words({
  area: ['方案文本', 'Text of the scheme'],
  formulaHint: [
    '光标放在公式里，这里显示单位；Ctrl+空格 列出可用的名称',
    'With the cursor in a formula its unit is shown here; Ctrl+Space lists names',
  ],
  isCondition: ['条件（是或否）', 'a condition (yes or no)'],
  isText: ['文字', 'a text'],
  anyUnit: ['无单位', 'no unit'],
});
