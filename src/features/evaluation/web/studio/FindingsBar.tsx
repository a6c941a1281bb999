// What is wrong with the draft, in one line; each finding leads to its line of the text.
import { Popover } from 'antd';
import { describeFinding } from '#engine/messages.ts';
import { usePreferences } from '#web/client/preferences.ts';
import { count } from '#web/ui/numbers.ts';
import { StatusTag } from '#web/ui/StatusTag.tsx';
import { useWords } from '#web/words/words.ts';
import type { Finding } from './model/read-draft.ts';
import { STUDIO } from './studio-words.ts';

type Props = { readonly findings: readonly Finding[]; readonly onGo: (line: number) => void };

export function FindingsBar({ findings, onGo }: Props) {
  const t = useWords(STUDIO);
  const { lang } = usePreferences();
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const rest = findings.length - errors;
  if (findings.length === 0) return <StatusTag tone="good">{t.noFindings}</StatusTag>;
  const list = (
    <ul className="mj-studio-findings">
      {findings.map((finding) => {
        const { message, hint } = describeFinding(finding, lang);
        const { at } = finding;
        return (
          <li key={`${finding.code} ${finding.path.join('.')} ${at?.line ?? ''}`}>
            {at !== undefined && (
              <button type="button" className="mj-link" onClick={() => onGo(at.line)}>
                {t.line(count(at.line))}
              </button>
            )}
            <span>
              {message}
              {hint !== undefined && <span className="meta"> {hint}</span>}
            </span>
          </li>
        );
      })}
    </ul>
  );
  return (
    <Popover content={list} trigger={['click']} placement="bottomRight">
      <button type="button" className="mj-link">
        <StatusTag tone={errors > 0 ? 'bad' : 'warn'}>
          {errors > 0 ? t.errors(count(errors)) : t.warnings(count(rest))}
        </StatusTag>
      </button>
    </Popover>
  );
}
