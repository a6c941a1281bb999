// What a park is for.

export const PARK_KINDS = [
  'advanced_manufacturing',
  'new_materials',
  'medical',
  'information',
  'modern_services',
  'logistics',
  'science',
  'agricultural',
  'comprehensive',
] as const;
