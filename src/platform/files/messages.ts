// Wordings of what can be wrong with a file that somebody sends.
import type { Wording } from '#core/diagnostic.ts';

export const FILE_MESSAGES = {
  upload_empty: { zh: '文件是空的', en: 'The file is empty' },
  upload_of_other_kind: {
    zh: '“{name}”的内容与扩展名不符（内容像{found}）',
    en: 'What is in “{name}” is not what its ending says (it looks like {found})',
    hint: { zh: '请上传 .xlsx、.xls 或 .csv 文件', en: 'Send an .xlsx, .xls or .csv file' },
  },
  document_of_other_kind: {
    zh: '“{name}”不是可接受的文件，或内容与扩展名不符',
    en: '“{name}” is not a file that is taken here, or not what its ending says',
    hint: {
      zh: '请上传 .pdf、.jpg、.png、.docx 或 .xlsx 文件，不含宏',
      en: 'Send a .pdf, .jpg, .png, .docx or .xlsx file without macros',
    },
  },
  upload_interrupted: { zh: '上传中断，未保存', en: 'The upload was interrupted; nothing was saved' },
  disk_full: {
    zh: '服务器磁盘空间不足，操作未保存',
    en: 'The disk of the server is full; nothing was saved',
    hint: { zh: '请联系系统管理员', en: 'Tell the system administrator' },
  },
} satisfies Record<string, Wording>;
