import type { Text } from '@junheng/rules'
import type { ErrorCode } from 'yaml'

/** What the YAML parser complains of, in Chinese; its own words are the English ones. */
const chinese: Readonly<Record<Exclude<ErrorCode, 'DUPLICATE_KEY'>, string>> = {
  ALIAS_PROPS: '别名（*）前后不能再加标记',
  BAD_ALIAS: '别名（*）写得不对',
  BAD_COLLECTION_TYPE: '标记和内容的种类不合',
  BAD_DIRECTIVE: '开头的 % 指令写得不对',
  BAD_DQ_ESCAPE: '双引号里的反斜杠写法不对',
  BAD_INDENT: '缩进不对，或括号没有收好',
  BAD_PROP_ORDER: '标记的位置不对',
  BAD_SCALAR_START: '这个字符不能开头，给整段文字加上引号',
  BLOCK_AS_IMPLICIT_KEY: '同一行里写了两层“键: 值”，或上一行的值没有写完',
  BLOCK_IN_FLOW: '括号 { } [ ] 里面不能再用缩进的写法',
  IMPOSSIBLE: '读不下去',
  KEY_OVER_1024_CHARS: '键太长',
  MISSING_CHAR: '少了一个字符（引号、逗号、冒号、空格或括号）',
  MULTILINE_IMPLICIT_KEY: '键要写在一行里；看看冒号和引号有没有漏',
  MULTIPLE_ANCHORS: '一处只能有一个 & 标记',
  MULTIPLE_DOCS: '一个文件里只写一份，不能用 --- 分开',
  MULTIPLE_TAGS: '一处只能有一个 ! 标记',
  NON_STRING_KEY: '键要是文字',
  RESOURCE_EXHAUSTION: '别名展开得太多',
  TAB_AS_INDENT: '缩进要用空格，不能用制表符',
  TAG_RESOLVE_FAILED: '不认识这个 ! 标记',
  UNEXPECTED_TOKEN: '这里多了一个字符，或上面少了一个',
}

/** A fault of the parser's in both languages. */
export function yamlFault({ code, message }: { readonly code: ErrorCode; readonly message: string }): Text {
  if (code === 'DUPLICATE_KEY') return { zh: '同一个键写了两次', en: 'the same key is written twice' }
  return { zh: `YAML 写法不对：${chinese[code]}`, en: `YAML syntax: ${message}` }
}
