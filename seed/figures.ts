// The figures of the demonstration zone, by item.

export type Figures = {
  readonly tax: number | null;
  readonly revenue: number | null;
  readonly value_added: number | null;
  readonly rd: number | null;
  readonly energy: number | null;
  readonly emission?: number | null;
  readonly employees: number | null;
  readonly not_evaluated: boolean;
  readonly vetoed: boolean;
};
