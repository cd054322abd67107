import { createPrivateKey } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { getDay, type Words } from '@junheng/kernel'
import { compareWithRoot, countersign, dailyRoot, type DailyRoot } from '../audit/daily-root.ts'
import { verifyChains } from '../audit/verify-chain.ts'
import { asOwner, usage, type Operation } from './operation.ts'

/** `audit verify [--root FILE]`, `audit export [--day DAY] [--to FILE]`, `audit sign FILE --key KEY --by NAME`. */
export const auditCommand: Operation = async ({ args, say }) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      root: { type: 'string' },
      day: { type: 'string' },
      to: { type: 'string' },
      key: { type: 'string' },
      by: { type: 'string' },
    },
  })
  const [what, file] = positionals
  if (what === 'verify') return verify(say, values.root)
  if (what === 'export') return exportRoot(say, { day: values.day ?? yesterday(), to: values.to })
  if (what === 'sign' && file !== undefined && values.key !== undefined && values.by !== undefined) {
    return signRoot(say, { file, key: values.key, by: values.by })
  }
  throw usage({
    zh: '用法：audit verify [--root 文件]｜audit export [--day 日期] [--to 文件]｜audit sign 文件 --key 私钥 --by 单位',
    en: 'usage: audit verify [--root FILE] | audit export [--day DAY] [--to FILE] | audit sign FILE --key KEY --by NAME',
  })
}

type Say = (text: Words) => unknown

async function verify(say: Say, rootFile: string | undefined): Promise<0 | 1> {
  return asOwner(async (client) => {
    const { chains, entries, broken } = await verifyChains(client)
    for (const { region, chain, seq, message } of broken) {
      say({
        zh: `✗ ${region} 第 ${chain} 链第 ${seq} 条：${message.zh}`,
        en: `✗ ${region} chain ${chain} entry ${seq}: ${message.en}`,
      })
    }
    if (broken.length === 0) {
      say({
        zh: `✓ ${chains} 条链、${entries} 条记录，前后相连`,
        en: `✓ ${chains} chains, ${entries} entries, unbroken`,
      })
    }
    if (rootFile === undefined) return broken.length === 0 ? 0 : 1
    const root = await readRoot(rootFile)
    const { intact, badSignatures, differing } = await compareWithRoot(client, root)
    if (!intact) say({ zh: '✗ 根文件本身被改动过', en: '✗ the root file itself was changed' })
    for (const by of badSignatures) say({ zh: `✗ ${by} 的签名无效`, en: `✗ the signature of ${by} is not valid` })
    for (const { region, chain, seq } of differing) {
      say({
        zh: `✗ ${region} 第 ${chain} 链第 ${seq} 条与 ${root.day} 的根不符`,
        en: `✗ ${region} chain ${chain} entry ${seq} is not what the root of ${root.day} says`,
      })
    }
    const fine = intact && badSignatures.length === 0 && differing.length === 0
    const signers = root.signatures.map(({ by }) => by).join(', ') || '-'
    if (fine)
      say({
        zh: `✓ 与 ${root.day} 的根一致（副署：${signers}）`,
        en: `✓ agrees with the root of ${root.day} (signed by ${signers})`,
      })
    return fine && broken.length === 0 ? 0 : 1
  })
}

async function exportRoot(say: Say, { day, to }: { day: string; to: string | undefined }): Promise<0> {
  const root = await asOwner((client) => dailyRoot(client, getDay(day)))
  const file = to ?? `audit-root-${day}.json`
  await writeRoot(file, root)
  say({ zh: `${day} 的根 ${root.root} 已写入 ${file}`, en: `the root of ${day}, ${root.root}, is in ${file}` })
  return 0
}

async function signRoot(say: Say, { file, key, by }: { file: string; key: string; by: string }): Promise<0> {
  const signed = countersign(await readRoot(file), { by, key: createPrivateKey(await readFile(key)) })
  await writeRoot(file, signed)
  say({ zh: `${by} 已副署 ${file}`, en: `${by} signed ${file}` })
  return 0
}

async function readRoot(file: string): Promise<DailyRoot> {
  const root = JSON.parse(await readFile(file, 'utf8')) as DailyRoot
  if (root.kind === 'junheng-audit-root') return root
  throw usage({ zh: `${file} 不是审计根文件`, en: `${file} is no audit root` })
}

async function writeRoot(file: string, root: DailyRoot): Promise<void> {
  await writeFile(file, `${JSON.stringify(root, null, 2)}\n`)
}

/** The last day that is over. */
function yesterday(): string {
  return Temporal.Now.plainDateISO('Asia/Shanghai').subtract({ days: 1 }).toString()
}
