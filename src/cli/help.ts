// Help texts, made from the commands' own data.
import type { Lang } from '#core/diagnostic.ts';
import { type Command, COMMON_OPTIONS, type Options } from './command.ts';
import { displayWidth } from './console-table.ts';

export async function generalHelp(
  commands: Readonly<Record<string, () => Promise<Command>>>,
  lang: Lang,
): Promise<string> {
  const loaded = await Promise.all(Object.values(commands).map((load) => load()));
  const width = Math.max(...loaded.map(({ name }) => name.length));
  const lines = loaded.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary[lang]}`);
  return lang === 'zh'
    ? [
        '亩均（Mujun）：亩均效益综合评价',
        '',
        '用法：mujun 命令 [选项]',
        '',
        ...lines,
        '',
        '各命令的选项：mujun 命令 --help',
      ].join('\n')
    : [
        'Mujun: per-mu evaluation of enterprises',
        '',
        'usage: mujun COMMAND [options]',
        '',
        ...lines,
        '',
        'options of a command: mujun COMMAND --help',
      ].join('\n');
}

export function commandHelp(command: Command, lang: Lang): string {
  const options: Options = { ...command.options, ...COMMON_OPTIONS };
  const heads = Object.entries(options).map(([name, { short, value }]) => {
    const long = `--${name}${value === undefined ? '' : ` ${value}`}`;
    return short === undefined ? `    ${long}` : `-${short}, ${long}`;
  });
  const width = Math.max(...heads.map(displayWidth));
  const required = lang === 'zh' ? '（必填）' : ' (required)';
  const lines = Object.values(options).map((option, i) => {
    const head = heads[i] ?? '';
    return `  ${head}${' '.repeat(width - displayWidth(head))}  ${option[lang]}${option.required ? required : ''}`;
  });
  const usage = ['mujun', command.name, command.positionals ?? '', lang === 'zh' ? '[选项]' : '[options]']
    .filter((part) => part !== '')
    .join(' ');
  const [usageWord, exampleWord] = lang === 'zh' ? ['用法', '例'] : ['usage', 'example'];
  return [
    command.summary[lang],
    '',
    `${usageWord}: ${usage}`,
    '',
    ...lines,
    '',
    `${exampleWord}: ${command.example}`,
  ].join('\n');
}
