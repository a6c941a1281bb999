// Wordings of why a document is not made now.
import type { Wording } from '#core/diagnostic.ts';

export const DOCUMENT_MESSAGES = {
  documents_busy: {
    zh: '正在生成的文件较多，暂时不能再接受',
    en: 'Many documents are being made; no more are taken at the moment',
    hint: { zh: '请{seconds}秒后再试', en: 'Try again in {seconds} seconds' },
  },
  too_many_documents: {
    zh: '您已有{limit}份文件正在生成',
    en: '{limit} documents are being made for you already',
    hint: { zh: '请等其完成，或{seconds}秒后再试', en: 'Wait for them, or try again in {seconds} seconds' },
  },
} satisfies Record<string, Wording>;
