// A terminal with a command and its answer as an SVG picture. Every piece of text stands at its own column, so that the
// table is straight whatever fonts a viewer has.
import { displayWidth } from '#cli/console-table.ts';

const CELL = 8.4;
const LINE = 22;
const FONT = 14;
const MARGIN = 20;
const BAR = 34;
const COLOURS = {
  background: '#1f2530',
  bar: '#2b3340',
  text: '#dfe5ee',
  prompt: '#8fcf9a',
  rule: '#566074',
};

type Piece = { readonly text: string; readonly at: number; readonly width: number };

/** A line wider than `most` cells ends at the last column that fits, with an ellipsis. */
export function terminalPicture(command: string, answer: string, most: number): string {
  const lines = answer
    .trimEnd()
    .split('\n')
    .map((line) => clipped(piecesOf(line), most));
  const cells = Math.max(...lines.flat().map(({ at, width: own }) => at + own));
  const width = Math.round(cells * CELL + 2 * MARGIN);
  const height = BAR + MARGIN + LINE * (lines.length + 2);
  const top = BAR + MARGIN + FONT / 2;
  const body = lines.flatMap((pieces, i) => pieces.map((piece) => drawn(piece, top + LINE * (i + 2))));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(command)}"`,
    `  font-family="ui-monospace, Menlo, Consolas, 'Noto Sans Mono CJK SC', 'Microsoft YaHei', monospace" font-size="${FONT}">`,
    `<rect width="${width}" height="${height}" rx="8" fill="${COLOURS.background}"/>`,
    `<path d="M0 ${BAR}V8a8 8 0 0 1 8-8H${width - 8}a8 8 0 0 1 8 8V${BAR}Z" fill="${COLOURS.bar}"/>`,
    ...['#e0675f', '#e3b84e', '#6fbf73'].map(
      (fill, i) => `<circle cx="${22 + 20 * i}" cy="${BAR / 2}" r="6" fill="${fill}"/>`,
    ),
    drawn({ text: '$', at: 0, width: 1 }, top, COLOURS.prompt),
    drawn({ text: command, at: 2, width: displayWidth(command) }, top),
    ...body,
    '</svg>',
    '',
  ].join('\n');
}

/** The parts of a line between two blanks or more, each with the column it begins in. */
function piecesOf(line: string): Piece[] {
  return [...line.matchAll(/\S+(?: \S+)*/g)].map((match) => ({
    text: match[0],
    at: displayWidth(line.slice(0, match.index)),
    width: displayWidth(match[0]),
  }));
}

function clipped(pieces: readonly Piece[], most: number): Piece[] {
  const fitting = pieces.filter(({ at, width }) => at + width <= most - 2);
  const last = fitting.at(-1);
  if (last === undefined || fitting.length === pieces.length) return fitting;
  return [...fitting, { text: '…', at: last.at + last.width + 1, width: 1 }];
}

function drawn({ text, at, width }: Piece, y: number, fill = COLOURS.text): string {
  const [x, length] = [MARGIN + at * CELL, width * CELL].map((n) => Number(n.toFixed(1)));
  if (/^─+$/.test(text)) return `<path d="M${x} ${y - 5}h${length}" stroke="${COLOURS.rule}"/>`;
  return `<text x="${x}" y="${y}" textLength="${length}" fill="${fill}" xml:space="preserve">${escaped(text)}</text>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
