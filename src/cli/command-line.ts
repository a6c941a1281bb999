// The command line: finds the command, runs it, and turns failures into words and exit codes.
import { AppError } from '#core/app-error.ts';
import type { Lang } from '#core/diagnostic.ts';
import { type Command, type Io, readArguments } from './command.ts';
import { commandHelp, generalHelp } from './help.ts';
import { checkOutput } from './output-guard.ts';

/** Each is loaded when it is called: start-up is part of every run. */
export const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  evaluate: async () => (await import('./commands/evaluate.ts')).evaluateCommand,
  explain: async () => (await import('./commands/explain.ts')).explainCommand,
  check: async () => (await import('./commands/check.ts')).checkCommand,
  compare: async () => (await import('./commands/compare.ts')).compareCommand,
  robustness: async () => (await import('./commands/robustness.ts')).robustnessCommand,
  flip: async () => (await import('./commands/flip.ts')).flipCommand,
  sensitivity: async () => (await import('./commands/sensitivity.ts')).sensitivityCommand,
  schemes: async () => (await import('./commands/schemes.ts')).schemesCommand,
  schema: async () => (await import('./commands/schema.ts')).schemaCommand,
  verify: async () => (await import('./commands/verify.ts')).verifyCommand,
  serve: async () => (await import('./commands/serve.ts')).serveCommand,
  migrate: async () => (await import('./commands/migrate.ts')).migrateCommand,
  backup: async () => (await import('./commands/backup.ts')).backupCommand,
  restore: async () => (await import('./commands/restore.ts')).restoreCommand,
  doctor: async () => (await import('./commands/doctor.ts')).doctorCommand,
  zone: async () => (await import('./commands/zone.ts')).zoneCommand,
  account: async () => (await import('./commands/account.ts')).accountCommand,
  audit: async () => (await import('./commands/audit.ts')).auditCommand,
  convert: async () => (await import('./commands/convert.ts')).convertCommand,
};

/** Exit codes: 0 done, 1 the data or the scheme has errors, 2 wrong use, or a proof that is none. */
export async function runCommandLine(argv: readonly string[], io: Io): Promise<number> {
  const [name = 'help', ...rest] = argv;
  if (['help', '--help', '-h'].includes(name)) {
    io.out(await generalHelp(COMMANDS, io.lang));
    return argv.length === 0 ? 2 : 0;
  }
  try {
    const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (load === undefined)
      throw new AppError('command_unknown', { command: name, known: Object.keys(COMMANDS).join(', ') });
    const command = await load();
    const args = readArguments(command, rest);
    if (args.flag('help')) {
      io.out(commandHelp(command, io.lang));
      return 0;
    }
    if (!['zh', 'en'].includes(args.text('lang') ?? io.lang))
      throw new AppError('option_not_one_of', { option: '--lang', allowed: 'zh, en' });
    checkOutput(args);
    return await command.run(args, io);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { describeCode, renderFinding } = await import('./findings.ts');
    for (const finding of error.diagnostics) io.err(renderFinding(finding, io.lang));
    io.err(`${io.lang === 'zh' ? '错误' : 'error'} — ${describeCode(error.code, error.params, io.lang)}`);
    return WRONG_USE.has(error.code) ? 2 : 1;
  }
}

const WRONG_USE: ReadonlySet<string> = new Set([
  'command_unknown',
  'option_missing',
  'wrong_use',
  'option_not_a_number',
  'option_not_whole',
  'spread_missing',
  'option_not_one_of',
  'set_not_understood',
  'columns_not_understood',
  'column_not_in_result',
  'scheme_not_found',
  'same_file',
  'subject_missing',
  'file_argument_missing',
  'class_not_in_scheme',
  'nothing_to_compare',
  'proof_unreadable',
  'capsule_not_understood',
  'capsule_too_large',
  'receipt_not_understood',
  'audit_line_not_understood',
  'audit_log_empty',
]);

export function languageOf(argv: readonly string[]): Lang {
  const at = argv.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const value = at < 0 ? undefined : (argv[at]?.split('=')[1] ?? argv[at + 1]);
  return value === 'en' ? 'en' : 'zh';
}
