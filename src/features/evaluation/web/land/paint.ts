// How parcels are coloured: by class, by fifths of an indicator, or by whether anybody sits on them.
import type { Palette } from '#web/charts/palette.ts';
import { quintiles, stepOf } from '#web/map/scene.ts';
import { labelAt, numberAt, type RunTable } from '../shared/run-table.ts';

export type Swatch = { readonly key: string; readonly colour: string };

export type Paint = {
  /** In the order of the legend. */
  readonly swatches: readonly Swatch[];
  /** The swatch of an enterprise's row; undefined where it has nothing to show. */
  readonly keyOf: (row: number) => string | undefined;
  /** Borders between the fifths of an indicator. */
  readonly borders: readonly number[];
};

export function classPaint(table: RunTable, classes: readonly string[], palette: Palette): Paint {
  return {
    swatches: classes.map((key) => ({ key, colour: palette.ofClass(key) })),
    keyOf: (row) => {
      const letter = labelAt(table.finalClass, row);
      return letter === '' ? undefined : letter;
    },
    borders: [],
  };
}

export function indicatorPaint(table: RunTable, indicator: string, palette: Palette): Paint {
  const values = table.valuesOf(indicator);
  const borders = quintiles([...values].filter((value) => !Number.isNaN(value)));
  return {
    swatches: palette.steps.map((colour, step) => ({ key: String(step), colour })),
    keyOf: (row) => {
      const value = numberAt(values, row);
      return value === null ? undefined : String(stepOf(value, borders));
    },
    borders,
  };
}
