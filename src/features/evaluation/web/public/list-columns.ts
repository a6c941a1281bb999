// The columns of a published list as a file, with the headers of the page.
import type { Answer, api } from '#web/client/api.ts';
import type { Column } from '#web/ui/table/column.ts';

type Row = Answer<typeof api.evaluation.listPublishedRows>['items'][number];

export type ListHeaders = Readonly<
  Record<'position' | 'enterprise' | 'creditCode' | 'class' | 'score' | 'rank', string>
>;

export const listColumns = (t: ListHeaders): Column<Row>[] => [
  { id: 'position', title: t.position, width: 80, value: ({ position }) => position },
  { id: 'name', title: t.enterprise, width: 240, value: ({ name }) => name },
  { id: 'code', title: t.creditCode, width: 200, value: ({ credit_code }) => credit_code },
  { id: 'class', title: t.class, width: 80, value: (row) => row.class },
  // As a number: the sign of a negative score is no formula.
  { id: 'score', title: t.score, width: 100, value: ({ score }) => (score === null ? null : Number(score)) },
  { id: 'rank', title: t.rank, width: 80, value: ({ rank }) => rank },
];
