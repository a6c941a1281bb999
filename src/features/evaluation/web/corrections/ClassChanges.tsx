// How many enterprises each class has on the list, and would have on the corrected one.
import { ClassChip } from '#web/ui/ClassChip.tsx';
import { count, signed } from '#web/ui/numbers.ts';
import { Section } from '#web/ui/Section.tsx';
import { useWords } from '#web/words/words.ts';
import type { CorrectionEffect } from '#features/evaluation/contract/corrections.ts';
import { CORRECTIONS } from './correction-words.ts';
import './corrections.css';

export function ClassChanges({ classes }: Pick<CorrectionEffect, 'classes'>) {
  const t = useWords(CORRECTIONS);
  return (
    <Section title={t.classes}>
      <table className="mj-class-changes">
        <thead>
          <tr>
            <th scope="col">{t.class}</th>
            <th scope="col">{t.before}</th>
            <th scope="col">{t.after}</th>
            <th scope="col">{t.change}</th>
          </tr>
        </thead>
        <tbody>
          {classes.map(({ class: name, before, after }) => (
            <tr key={name}>
              <th scope="row">
                <ClassChip value={name} />
              </th>
              <td>{count(before)}</td>
              <td>{count(after)}</td>
              <td>{signed(after - before, 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
