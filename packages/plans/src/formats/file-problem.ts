/** Why a file cannot be read as a plan, for the person who chose it: what is wrong, then what to do. */
export interface FileProblem {
  readonly code: FileProblemCode
  readonly message: { readonly zh: string; readonly en: string }
}

const problems = {
  empty: { zh: '文件是空的。请换一个有正文的文件。', en: 'The file is empty. Choose one that has text.' },
  'too-large': {
    zh: '文件超过 20 MB。方案正文一般不到 1 MB：请去掉图片，或另存为纯文本后再试。',
    en: 'The file is larger than 20 MB. A plan’s text is below 1 MB: remove pictures or save it as plain text.',
  },
  binary: {
    zh: '这不是文字文件。请选择 .txt、.html、.docx 或带文字的 .pdf。',
    en: 'This is not a text document. Choose .txt, .html, .docx or a .pdf with text.',
  },
  encoding: {
    zh: '文字编码无法识别。请另存为 UTF-8 或 GB18030 编码后再试。',
    en: 'The text encoding is not recognised. Save it as UTF-8 or GB18030 and try again.',
  },
  'old-word': {
    zh: '这是旧版 Word 文件（.doc）。请在 Word 或 WPS 里另存为 .docx 后再试。',
    en: 'This is an old Word file (.doc). Save it as .docx and try again.',
  },
  'not-word': {
    zh: '压缩包里没有 Word 正文。请选择 .docx 文件，不要选 .zip、.xlsx 或 .pptx。',
    en: 'The archive holds no Word text. Choose a .docx file, not a .zip, .xlsx or .pptx.',
  },
  'zip-bomb': {
    zh: '这个文件解压后大得不正常，已停止读取，没有保存任何内容。',
    en: 'This file unpacks to an abnormal size. Reading was stopped and nothing was kept.',
  },
  damaged: {
    zh: '文件已损坏，无法打开。请重新下载或另存后再试。',
    en: 'The file is damaged and cannot be opened. Download or save it again.',
  },
  'pdf-encrypted': {
    zh: '这个 PDF 有密码。请先去掉密码再试。',
    en: 'This PDF has a password. Remove it and try again.',
  },
  'pdf-scanned': {
    zh: '这个 PDF 只有图片，没有文字。请先做文字识别（OCR），或用原来的 Word 文件。',
    en: 'This PDF holds only pictures. Recognise its text (OCR) first, or use the original Word file.',
  },
  'not-a-plan': {
    zh: '没有读到方案：找不到“一、”“（一）”“1.”这样的条目，或者内容与人口、生育、托育无关。',
    en: 'No plan was found: no numbered items, or nothing about population, births or childcare.',
  },
} as const

export type FileProblemCode = keyof typeof problems

export function fileProblem(code: FileProblemCode): FileProblem {
  return { code, message: problems[code] }
}
