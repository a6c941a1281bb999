// What roles are called. Apart from the roles themselves, so that pages need no validator to write a name.
import type { Role } from './roles.ts';

export const ROLE_LABELS: Readonly<Record<Role, { zh: string; en: string }>> = {
  leader: { zh: '领导', en: 'Leader' },
  evaluation_officer: { zh: '评价办', en: 'Evaluation officer' },
  data_officer: { zh: '部门数据员', en: 'Department data officer' },
  park_manager: { zh: '园区管理员', en: 'Park manager' },
  enterprise_user: { zh: '企业用户', en: 'Enterprise user' },
  expert: { zh: '专家', en: 'Expert' },
  system_admin: { zh: '系统管理员', en: 'System administrator' },
  security_admin: { zh: '安全管理员', en: 'Security administrator' },
  audit_admin: { zh: '审计管理员', en: 'Audit administrator' },
};
