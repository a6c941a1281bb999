// `mujun schemes`: the schemes that ship with the product, and one of them in full.
import type { Command } from '../command.ts';
import { renderTable } from '../console-table.ts';
import { shippedSchemes } from '#platform/files/shipped-schemes.ts';
import { openScheme } from '../schemes.ts';

export const schemesCommand: Command = {
  name: 'schemes',
  summary: { zh: '列出内置方案，或显示其中一个', en: 'list the shipped schemes, or show one' },
  positionals: 'list | show NAME',
  options: { json: { type: 'boolean', zh: '输出 JSON', en: 'print JSON' } },
  example: 'mujun schemes show huaian-2024',
  run: async (args, io) => {
    const [action = 'list', name] = args.positionals;
    if (action === 'show' && name !== undefined) {
      const { text, scheme } = openScheme(name);
      io.out(args.flag('json') ? JSON.stringify(scheme) : text.trimEnd());
      return 0;
    }
    const list = shippedSchemes().map((shipped) => {
      const { scheme } = openScheme(shipped);
      const title = io.lang === 'zh' ? scheme?.title.zh : (scheme?.title.en ?? scheme?.title.zh);
      return { name: shipped, title: title ?? '', basis: scheme?.basis ?? '' };
    });
    if (args.flag('json')) io.out(JSON.stringify(list));
    else {
      const zh = io.lang === 'zh';
      const column = (header: string, key: 'name' | 'title' | 'basis') => ({
        header,
        right: false,
        cells: list.map((entry) => entry[key]),
      });
      io.out(
        renderTable([
          column(zh ? '名称' : 'name', 'name'),
          column(zh ? '标题' : 'title', 'title'),
          column(zh ? '依据' : 'basis', 'basis'),
        ]),
      );
    }
    return 0;
  },
};
