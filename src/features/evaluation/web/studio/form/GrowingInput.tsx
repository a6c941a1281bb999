// A line of text that becomes more lines where it needs them, so that nothing of it is cut off; Enter writes, as in a short field.
import { Input } from 'antd';
import { useEffect, useState } from 'react';

type Props = {
  readonly label: string;
  readonly value: string;
  readonly disabled: boolean;
  readonly title?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly className?: string;
  readonly onWrite: (text: string) => void;
};

export function GrowingInput({ label, value, onWrite, ...rest }: Props) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const write = (): void => {
    if (text !== value) onWrite(text);
  };
  return (
    <Input.TextArea
      {...rest}
      rows={1}
      autoSize
      aria-label={label}
      value={text}
      onChange={({ target }) => setText(target.value)}
      onBlur={write}
      onPressEnter={(event) => {
        event.preventDefault();
        write();
      }}
    />
  );
}
