// Every wording an answer of the server may need, from all rooms and slices.
import { CORE_MESSAGES } from '#core/messages.ts';
import type { Wording } from '#core/diagnostic.ts';
import { COLLECTION_MESSAGES } from '#capabilities/collection/messages.ts';
import { IDENTITY_MESSAGES } from '#capabilities/identity/messages.ts';
import { NOTICE_MESSAGES } from '#capabilities/notices/messages.ts';
import { REGISTRY_MESSAGES } from '#capabilities/registry/messages.ts';
import { EVALUATION_MESSAGES } from '#features/evaluation/messages.ts';
import { ENGINE_MESSAGES } from '#engine/messages.ts';
import { AUTH_MESSAGES } from '#platform/auth/messages.ts';
import { DATABASE_MESSAGES } from '#platform/db/messages.ts';
import { FILE_MESSAGES } from '#platform/files/messages.ts';
import { DOCUMENT_MESSAGES } from '#platform/documents/messages.ts';
import { HTTP_MESSAGES } from '#platform/http/messages.ts';
import { JOB_MESSAGES } from '#platform/jobs/messages.ts';
import { SHEET_MESSAGES } from '#platform/sheets/messages.ts';

const SERVER_MESSAGES = {
  setting_invalid: {
    zh: '环境变量{name}的值无效：{problem}',
    en: 'The setting {name} is not valid: {problem}',
  },
};

export const WORDINGS: Readonly<Record<string, Wording>> = {
  ...SERVER_MESSAGES,
  ...CORE_MESSAGES,
  ...ENGINE_MESSAGES,
  ...DATABASE_MESSAGES,
  ...SHEET_MESSAGES,
  ...HTTP_MESSAGES,
  ...DOCUMENT_MESSAGES,
  ...AUTH_MESSAGES,
  ...JOB_MESSAGES,
  ...REGISTRY_MESSAGES,
  ...COLLECTION_MESSAGES,
  ...NOTICE_MESSAGES,
  ...IDENTITY_MESSAGES,
  ...EVALUATION_MESSAGES,
  ...FILE_MESSAGES,
};
