// What a command is: its options as data, from which parsing, help and wrong-use messages follow.
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { AppError } from '#core/app-error.ts';
import type { Lang } from '#core/diagnostic.ts';

export type Text = { readonly zh: string; readonly en: string };

export type Option = Text & {
  readonly type: 'string' | 'boolean';
  readonly multiple?: boolean;
  readonly short?: string;
  /** What stands for the value in the help text. */
  readonly value?: string;
  readonly required?: boolean;
};

export type Options = Readonly<Record<string, Option>>;

export type Arguments = {
  readonly positionals: readonly string[];
  readonly text: (name: string) => string | undefined;
  readonly list: (name: string) => readonly string[];
  readonly flag: (name: string) => boolean;
  readonly number: (name: string, otherwise: number) => number;
  /** A whole number within limits; undefined where the option is not given. */
  readonly whole: (name: string, least: number, most: number) => number | undefined;
};

export type Command = {
  readonly name: string;
  readonly summary: Text;
  /** Positional arguments as the help shows them. */
  readonly positionals?: string;
  readonly options: Options;
  readonly example: string;
  /** Runs the command and gives its exit code: 0 done, 1 the data or the scheme has errors. */
  readonly run: (args: Arguments, io: Io) => Promise<number>;
};

export type Io = {
  readonly lang: Lang;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Shown only on a terminal, over the line before. */
  readonly progress: (text: string) => void;
};

/** More rows than this are for a file, not for a screen. */
export const MOST_SHOWN = 100_000;

export const COMMON_OPTIONS = {
  lang: {
    type: 'string',
    value: 'zh|en',
    zh: '输出语言，默认 zh',
    en: 'language of the output, zh unless stated',
  },
  help: { type: 'boolean', short: 'h', zh: '显示本命令的说明', en: 'show this help' },
} as const satisfies Options;

export function readArguments(command: Command, argv: readonly string[]): Arguments {
  const options: ParseOptions = {};
  for (const [name, { type, multiple, short }] of Object.entries({
    ...command.options,
    ...COMMON_OPTIONS,
  } as Options)) {
    options[name] = { type, multiple: multiple ?? false, ...(short === undefined ? {} : { short }) };
  }
  const parsed = parse(command, argv, options);
  const values: Readonly<Record<string, unknown>> = parsed.values;
  for (const [name, { required }] of Object.entries(command.options)) {
    if (required && values[name] === undefined && values.help !== true) {
      throw new AppError('option_missing', { option: `--${name}`, command: command.name });
    }
  }
  return {
    positionals: parsed.positionals,
    text: (name) => (typeof values[name] === 'string' ? values[name] : undefined),
    list: (name) => (Array.isArray(values[name]) ? values[name].map(String) : []),
    flag: (name) => values[name] === true,
    number: (name, otherwise) => numberOption(name, values[name], otherwise),
    whole: (name, least, most) => wholeOption(name, values[name], least, most),
  };
}

type ParseOptions = NonNullable<ParseArgsConfig['options']>;

function parse(command: Command, argv: readonly string[], options: ParseOptions) {
  try {
    return parseArgs({
      args: [...argv],
      options,
      allowPositionals: command.positionals !== undefined,
      strict: true,
    });
  } catch (error) {
    // parseArgs reports wrong use by throwing; its message names the option.
    const reason = error instanceof Error ? error.message.split('. ')[0] : String(error);
    throw new AppError('wrong_use', { reason: reason ?? '', command: command.name });
  }
}

function numberOption(name: string, value: unknown, otherwise: number): number {
  if (typeof value !== 'string') return otherwise;
  const text = value.trim();
  const number = text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text);
  if (text === '' || !Number.isFinite(number))
    throw new AppError('option_not_a_number', { option: `--${name}`, text });
  return number;
}

function wholeOption(name: string, value: unknown, least: number, most: number): number | undefined {
  if (typeof value !== 'string') return undefined;
  const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw new AppError('option_not_whole', { option: `--${name}`, text: value, least, most });
}

/** The same arguments with some replaced; `undefined` takes a text away. */
export function withText(
  args: Arguments,
  texts: Readonly<Record<string, string | undefined>>,
  lists: Readonly<Record<string, readonly string[]>>,
): Arguments {
  return {
    ...args,
    text: (name) => (Object.hasOwn(texts, name) ? texts[name] : args.text(name)),
    list: (name) => (Object.hasOwn(lists, name) ? (lists[name] ?? []) : args.list(name)),
  };
}
