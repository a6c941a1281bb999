// The credit code, checked while it is typed: which character is wrong, and what a check character would be.
import { Checkbox, Form, Input } from 'antd';
import {
  checkCreditCode,
  normaliseCreditCode,
  type WrongCharacter,
  wrongCharacters,
} from '#core/credit-code.ts';
import { useWords } from '#web/words/words.ts';
import type { EnterpriseFields } from './enterprise-fields.ts';
import { FORM } from './form-words.ts';

/** `registered`: the code as it stands, which needs no second look. */
export function CreditCodeField({ registered }: { readonly registered: string | undefined }) {
  const t = useWords(FORM);
  const form = Form.useFormInstance<EnterpriseFields>();
  // Before the first drawing there are no values yet.
  const typed: string = Form.useWatch(({ credit_code = '' }: Partial<EnterpriseFields>) => credit_code, form);
  const code = normaliseCreditCode(typed);
  const wrong = code === registered ? [] : wrongCharacters(code);
  const onlyCheck = wrong.some(isCheck);
  const lines = wrong.map((one) => sayWrong(one, t));
  return (
    <>
      <Form.Item
        name="credit_code"
        label={t.creditCode}
        {...(lines.length === 0
          ? {}
          : { validateStatus: onlyCheck ? ('warning' as const) : ('error' as const) })}
        help={
          lines.length > 0
            ? lines.map((line) => <div key={line}>{line}</div>)
            : code === ''
              ? t.creditCodeHint
              : code.length === 18
                ? checkCreditCode(code).problems.length === 0 && t.sound
                : t.typed(String(code.length))
        }
        rules={[
          {
            // What is wrong stands below the field already, from the first character on.
            validator: (_, value: string) =>
              isSound(normaliseCreditCode(value), registered)
                ? Promise.resolve()
                : Promise.reject(new Error(t.creditCodeHint)),
          },
        ]}
      >
        <Input autoComplete="off" spellCheck={false} maxLength={40} />
      </Form.Item>
      {onlyCheck && (
        <Form.Item
          name="confirm"
          valuePropName="checked"
          rules={[
            {
              validator: (_, ticked: boolean) =>
                ticked ? Promise.resolve() : Promise.reject(new Error(t.confirmNeeded)),
            },
          ]}
        >
          <Checkbox>{t.confirm}</Checkbox>
        </Form.Item>
      )}
    </>
  );
}

type Spoken = ReturnType<typeof useWords<typeof FORM>>;

const isCheck = ({ problem }: WrongCharacter): boolean => problem.endsWith('check_digit');

function sayWrong(wrong: WrongCharacter, t: Spoken): string {
  const { at, found, problem, expected = '' } = wrong;
  if (isCheck(wrong)) return t[problem](String(at), found, expected);
  return `${t[problem](String(at), found, '')}${expected === '' ? '' : t.perhaps(expected)}`;
}

/** A check character that does not fit is for the box below. */
const isSound = (code: string, registered: string | undefined): boolean =>
  code === registered ||
  !checkCreditCode(code).problems.some((problem) => problem === 'length' || problem === 'charset');
