// What can be done on a page. Side by side where there is room; on a narrow screen the main act, and the others behind "more".
import { Button, type ButtonProps, Dropdown } from 'antd';
import { useWords } from '../words/words.ts';
import { BusyButton } from './BusyButton.tsx';
import { UI } from './ui-words.ts';
import { usePhone } from './use-phone.ts';

export type PageAct = {
  readonly key: string;
  readonly label: string;
  readonly onClick: () => void;
  /** The one that comes first on a narrow screen, if it can be done. */
  readonly main?: boolean;
  readonly type?: ButtonProps['type'];
  readonly danger?: boolean;
  readonly busy?: boolean;
  readonly disabled?: boolean;
};

export function PageActs({ acts }: { readonly acts: readonly PageAct[] }) {
  const t = useWords(UI);
  const phone = usePhone();
  if (!phone || acts.length < 2)
    return acts.map((act) => <ActButton key={act.key} act={act} type={act.type} />);
  const main = acts.find((act) => act.main && !act.disabled) ?? acts[0];
  const rest = acts.filter((act) => act !== main);
  return (
    <div className="mj-head-actions mj-page-acts">
      {main !== undefined && <ActButton act={main} type={main.main ? 'primary' : 'default'} />}
      <Dropdown
        trigger={['click']}
        placement="bottomRight"
        menu={{
          items: rest.map(({ key, label, danger = false, disabled = false }) => ({
            key,
            label,
            danger,
            disabled,
          })),
          onClick: ({ key }) => rest.find((act) => act.key === key)?.onClick(),
        }}
      >
        <Button>{t.more}</Button>
      </Dropdown>
    </div>
  );
}

type ActProps = { readonly act: PageAct; readonly type: ButtonProps['type'] };

function ActButton({ act, type = 'default' }: ActProps) {
  const { label, onClick, danger = false, busy = false, disabled = false } = act;
  return (
    <BusyButton type={type} danger={danger} busy={busy} disabled={disabled} onClick={onClick}>
      {label}
    </BusyButton>
  );
}
