// What database types become here: whole numbers and decimals are numbers, dates stay the text they are written as.
import pg from 'pg';

const { builtins } = pg.types;

export const typeParsers: pg.CustomTypesConfig = {
  getTypeParser: (id: number, format?: 'text' | 'binary'): ((text: string) => unknown) => {
    if (format !== 'binary') {
      // Figures have at most 15 significant digits, which a float64 holds exactly as written.
      if (id === Number(builtins.INT8) || id === Number(builtins.NUMERIC)) return Number;
      if (id === Number(builtins.DATE)) return String;
    }
    return pg.types.getTypeParser(id, format) as (text: string) => unknown;
  },
};
