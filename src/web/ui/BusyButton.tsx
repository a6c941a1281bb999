// A button of something that takes a moment. The library's own sign of waiting may stay after a quick refusal, so there is none:
// dots after the label say it, and nothing is done twice.
import { Button, type ButtonProps } from 'antd';

type Props = Omit<ButtonProps, 'loading'> & { readonly busy: boolean };

export function BusyButton({ busy, onClick, children, ...rest }: Props) {
  return (
    <Button
      {...rest}
      aria-busy={busy}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {children}
      {busy && '…'}
    </Button>
  );
}
