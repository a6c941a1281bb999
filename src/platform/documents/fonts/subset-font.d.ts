// What we use of the package `subset-font`, which comes without types.
declare module 'subset-font' {
  type Options = {
    /** Instead of a text: every glyph stays. */
    readonly keepAllGlyphs: true;
    readonly targetFormat: 'truetype';
    /** Axes of a variable font, each set to one value. */
    readonly variationAxes: Readonly<Record<string, number>>;
    readonly noHinting: boolean;
    readonly dropTables: readonly string[];
  };
  export default function subsetFont(font: Buffer, text: undefined, options: Options): Promise<Buffer>;
}
