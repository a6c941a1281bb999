// What land is used for, as parcels of zones are usually registered; the record takes any other wording too.

export const INDUSTRIAL_LAND = '工业用地';
export const LAND_USE_TYPES = [INDUSTRIAL_LAND, '物流仓储用地', '商服用地', '科研用地'] as const;
