/** A one-page PDF of text lines, for tests; without lines it is a page with nothing to read, as a scan is. */
export function makePdf(
  lines: readonly string[],
  { encrypted = false }: { readonly encrypted?: boolean } = {},
): Uint8Array {
  const glyphs = [...new Set(lines.join(''))]
  const code = (c: string): string => (glyphs.indexOf(c) + 1).toString(16).padStart(4, '0')
  const shown = lines
    .map((line, i) => `BT /F1 12 Tf 40 ${780 - i * 20} Td <${Array.from(line, code).join('')}> Tj ET`)
    .join('\n')
  const map = [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def',
    '1 begincodespacerange <0000> <ffff> endcodespacerange',
    ...chunksOf(glyphs, 90).flatMap((part) => [
      `${part.length} beginbfchar`,
      ...part.map((c) => `<${code(c)}> <${utf16(c)}>`),
      'endbfchar',
    ]),
    'endcmap end end',
  ].join('\n')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    stream(shown),
    '<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 7 0 R >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 8 0 R /DW 1000 >>',
    stream(map),
    '<< /Type /FontDescriptor /FontName /Song /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>',
    `<< /Filter /Standard /V 1 /R 2 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> /P -4 >>`,
  ]
  let text = '%PDF-1.4\n'
  const offsets = objects.map((object, i) => {
    const at = text.length
    text += `${i + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const start = text.length
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}`
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /ID [<${'43'.repeat(16)}> <${'43'.repeat(16)}>]${encrypted ? ' /Encrypt 9 0 R' : ''} >>\nstartxref\n${start}\n%%EOF\n`
  return new TextEncoder().encode(text)
}

const stream = (content: string): string => `<< /Length ${content.length} >>\nstream\n${content}\nendstream`
const utf16 = (c: string): string =>
  Array.from({ length: c.length }, (_, i) => c.charCodeAt(i).toString(16).padStart(4, '0')).join('')

function chunksOf<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, i * size + size))
}
