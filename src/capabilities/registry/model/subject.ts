// An enterprise as a subject of an evaluation, with what the registry knows that schemes ask for.

export type Subject = {
  readonly enterprise_id: string;
  readonly credit_code: string;
  readonly name: string;
  readonly park_id: string | null;
  readonly park_name: string | null;
  readonly industry_code: string | null;
  readonly scale: 'above_scale' | 'below_scale' | null;
  readonly land_area_mu: number | null;
};
