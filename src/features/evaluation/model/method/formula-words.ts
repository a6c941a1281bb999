// A formula of a scheme as people write it: 税收 ÷ 用地面积 instead of tax / land, 投产年数低于 2 年 instead of years < 2.
import type { CallExpr, CompareExpr, Expr, StatisticExpr } from '#engine/formula/expr.ts';
import { namesOf, showNumber } from '#engine/explain/show.ts';
import type { Labels } from '#engine/scheme/plan.ts';
import type { Teller } from './teller.ts';

/** As the scheme words it, else the formula. */
export function labelOr(t: Teller, labels: Labels, expr: Expr): string {
  const label = namesOf(labels, '')[t.lang];
  return label === '' ? formulaWords(t, expr) : label;
}

const SIGNS = { '+': '+', '-': '−', '*': '×', '/': '÷', '^': '^' } as const;

/** How tightly a part holds together; a looser part inside a tighter one is put in brackets. */
function bindingOf(expr: Expr): number {
  switch (expr.node) {
    case 'or':
      return 1;
    case 'and':
      return 2;
    case 'compare':
    case 'in':
      return 3;
    case 'arithmetic':
      return expr.op === '^' ? 7 : expr.op === '*' || expr.op === '/' ? 6 : 5;
    case 'scale':
      return bindingOf(expr.operand);
    default:
      return 8;
  }
}

export function formulaWords(t: Teller, expr: Expr): string {
  const part = (inner: Expr, least: number): string => {
    const text = formulaWords(t, inner);
    return bindingOf(inner) < least ? t.say(`（${text}）`, `(${text})`) : text;
  };
  switch (expr.node) {
    case 'number':
      return showNumber(expr.value);
    case 'flag':
      return expr.value ? t.say('是', 'yes') : t.say('否', 'no');
    case 'text':
      return expr.value;
    case 'name':
      return lagged(t, t.nameOf(expr.name), expr.lag);
    // A change of units changes nothing that words say.
    case 'scale':
      return formulaWords(t, expr.operand);
    case 'negate':
      return `−${part(expr.operand, 8)}`;
    case 'not':
      return t.say(`不属于“${part(expr.operand, 8)}”`, `not ${part(expr.operand, 8)}`);
    case 'and':
      return `${part(expr.left, 2)}${t.say('，且', ' and ')}${part(expr.right, 2)}`;
    case 'or':
      return `${part(expr.left, 1)}${t.say('，或', ' or ')}${part(expr.right, 1)}`;
    case 'arithmetic': {
      const own = bindingOf(expr);
      return `${part(expr.left, own)} ${SIGNS[expr.op]} ${part(expr.right, own + 1)}`;
    }
    case 'compare':
      return compareWords(t, expr);
    case 'in':
      return t.say(
        `${part(expr.operand, 4)}为${t.list(expr.values.map(String))}`,
        `${part(expr.operand, 4)} is one of ${t.list(expr.values.map(String))}`,
      );
    case 'call':
      return callWords(t, expr);
    case 'statistic':
      return statisticWords(t, expr);
  }
}

function lagged(t: Teller, name: string, lag: number): string {
  if (lag === 0) return name;
  return lag === 1
    ? t.say(`上一期${name}`, `${name} of the period before`)
    : t.say(`前第 ${lag} 期${name}`, `${name} ${lag} periods before`);
}

const COMPARED = {
  '==': { zh: '为', en: 'is' },
  '!=': { zh: '不为', en: 'is not' },
  '<': { zh: '低于', en: 'below' },
  '<=': { zh: '不高于', en: 'at most' },
  '>': { zh: '高于', en: 'above' },
  '>=': { zh: '不低于', en: 'at least' },
} as const;

function compareWords(t: Teller, { op, left, right }: CompareExpr): string {
  const flag =
    left.node === 'name' && right.node === 'number' ? flagWords(t, left.name, op, right.value) : '';
  if (flag !== '') return flag;
  const { zh, en } = COMPARED[op];
  const than = right.node === 'number' ? limitOf(t, left, right.value) : formulaWords(t, right);
  return t.say(`${formulaWords(t, left)}${zh} ${than}`, `${formulaWords(t, left)} ${en} ${than}`);
}

function limitOf(t: Teller, left: Expr, value: number): string {
  if (left.node !== 'name') return showNumber(value);
  const input = t.plan.inputs.find(({ name }) => name === left.name);
  if (input?.kind === 'date') return new Date(value * 86_400_000).toISOString().slice(0, 10);
  return t.amount(value, input?.unit ?? t.plan.values.find(({ name }) => name === left.name)?.unit);
}

/** A measure that is one or nothing is a yes or no: `vetoed == 1` says 一票否决. */
function flagWords(t: Teller, name: string, op: CompareExpr['op'], value: number): string {
  if (op !== '==' || conditionOf(t, name) === undefined) return '';
  const label = t.nameOf(name);
  return value === 1 ? label : value === 0 ? t.say(`没有${label}`, `not ${label}`) : '';
}

/** The condition of a measure that is one where it holds and nothing elsewhere. */
export function conditionOf({ plan }: Teller, name: string): Expr | undefined {
  const expr = plan.values.find((value) => value.name === name)?.expr;
  if (expr?.node !== 'call' || expr.name !== 'if') return undefined;
  const [when, yes, no] = expr.args;
  const isFlag = yes?.node === 'number' && yes.value === 1 && no?.node === 'number' && no.value === 0;
  return isFlag ? when : undefined;
}

function callWords(t: Teller, { name, args }: CallExpr): string {
  const [first = '', second = ''] = args.map((arg) => formulaWords(t, arg));
  const all = t.list(args.map((arg) => formulaWords(t, arg)));
  switch (name) {
    case 'if':
      return choiceWords(t, args);
    case 'min':
      return t.say(`${all}中较小者`, `the smaller of ${all}`);
    case 'max':
      return t.say(`${all}中较大者`, `the larger of ${all}`);
    case 'coalesce': {
      const rest = args[1];
      const isNothing =
        rest === undefined || rest.node === 'flag' || (rest.node === 'number' && rest.value === 0);
      return isNothing
        ? first
        : t.say(`${first}（没有数据的取 ${second}）`, `${first} (${second} where absent)`);
    }
    case 'present':
      return t.say(`有${first}数据`, `${first} is known`);
    case 'starts_with':
      return t.say(`${first}以 ${second} 开头`, `${first} begins with ${second}`);
    case 'abs':
      return t.say(`${first}的绝对值`, `the absolute value of ${first}`);
    case 'ln':
      return t.say(`${first}的自然对数`, `the natural logarithm of ${first}`);
    case 'log10':
      return t.say(`${first}的常用对数`, `the decimal logarithm of ${first}`);
    case 'sqrt':
      return t.say(`${first}的平方根`, `the square root of ${first}`);
    case 'exp':
      return t.say(`e 的 ${first} 次方`, `e to the power of ${first}`);
    case 'round':
      return t.say(`${first}（四舍五入）`, `${first}, rounded`);
  }
}

/** A chain of conditions as one list, the last part for everybody else. */
function choiceWords(t: Teller, [when, yes, no]: readonly Expr[]): string {
  if (when === undefined || yes === undefined || no === undefined) return '';
  const [condition, value] = [formulaWords(t, when), formulaWords(t, yes)];
  const rest =
    no.node === 'call' && no.name === 'if'
      ? choiceWords(t, no.args)
      : t.say(`其余取 ${formulaWords(t, no)}`, `otherwise ${formulaWords(t, no)}`);
  return t.say(`${condition}的取 ${value}，${rest}`, `${value} if ${condition}, ${rest}`);
}

const STATISTICS = {
  mean: { zh: '平均值', en: 'mean' },
  sum: { zh: '合计', en: 'sum' },
  median: { zh: '中位数', en: 'median' },
  count: { zh: '户数', en: 'number' },
  min: { zh: '最小值', en: 'smallest' },
  max: { zh: '最大值', en: 'largest' },
} as const;

function statisticWords(t: Teller, { name, operand, by }: StatisticExpr): string {
  const within = t.list(by.map(t.nameOf));
  const { zh, en } = STATISTICS[name];
  const what = formulaWords(t, operand);
  return by.length === 0
    ? t.say(`全部${t.subjects}${what}的${zh}`, `the ${en} of ${what}`)
    : t.say(`同一${within}${t.subjects}${what}的${zh}`, `the ${en} of ${what} within the same ${within}`);
}
