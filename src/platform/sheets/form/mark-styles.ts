// Red versions of a workbook's own styles: a marked cell keeps its number format, font and borders.

export type RedStyles = {
  /** The red version of a style; made when it is first asked for. */
  readonly red: (style: number) => number;
  readonly finish: () => string;
};

const FILL =
  '<fill><patternFill patternType="solid"><fgColor rgb="FFFFC7CE"/><bgColor indexed="64"/></patternFill></fill>';

export function addRedStyles(xml: string): RedStyles {
  const fills = Number(/<fills\b[^>]*count="(\d+)"/.exec(xml)?.[1] ?? xml.match(/<fill>/g)?.length ?? 0);
  const list = /<cellXfs\b[^>]*>(.*?)<\/cellXfs>/s.exec(xml)?.[1] ?? '';
  const styles = list.match(/<xf\b[^>]*?\/>|<xf\b[^>]*?[^/]>.*?<\/xf>/gs) ?? [];
  const made = new Map<number, number>();
  const added: string[] = [];
  const red = (style: number): number => {
    const known = made.get(style);
    if (known !== undefined) return known;
    const plain = (styles[style] ?? '<xf numFmtId="0" fontId="0" borderId="0" xfId="0"/>').replace(
      /\s(?:fillId|applyFill)="[^"]*"/g,
      '',
    );
    added.push(plain.replace('<xf', `<xf fillId="${fills}" applyFill="1"`));
    const position = styles.length + added.length - 1;
    made.set(style, position);
    return position;
  };
  const finish = (): string =>
    xml
      .replace(/<fills\b[^>]*>/, `<fills count="${fills + 1}">`)
      .replace('</fills>', `${FILL}</fills>`)
      .replace(/<cellXfs\b[^>]*>/, `<cellXfs count="${styles.length + added.length}">`)
      .replace('</cellXfs>', `${added.join('')}</cellXfs>`);
  return { red, finish };
}
