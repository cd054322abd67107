import { parseArgs } from 'node:util'
import type { ClientBase } from 'pg'
import { countByKey, reseal } from '../keys/reseal.ts'
import { addSealingKey } from '../keys/rotate.ts'
import { newestKey, sealingKeys } from '../sealing-keys.ts'
import type { Secrets } from '../secrets.ts'
import { asOwner, usage, type Operation } from './operation.ts'

type Say = Parameters<Operation>[0]['say']

/** `keys` tells what each key has sealed; `keys rotate` makes another and seals anew; `keys reseal` goes on with that. */
export const keysCommand: Operation = async ({ args, say }) => {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} })
  const [what = 'list', ...rest] = positionals
  if (!['list', 'rotate', 'reseal'].includes(what) || rest.length > 0) throw usage(how)
  return asOwner(async (client, { secrets }) => {
    if (what === 'list') return list(client, { secrets, say })
    // One at a time: two keys made at one moment would leave everything half sealed twice.
    await client.query('select pg_advisory_lock(7482014)')
    const rotated = what === 'rotate' ? await addSealingKey(secrets) : null
    if (rotated !== null) {
      const { number } = rotated.made
      await client.query(`select audit.append('100000', 0, 'keys-rotated', null, null, null, null, $1)`, [
        JSON.stringify({ key: number }),
      ])
      say({
        zh: `新密钥 ${number} 已写入密钥文件：请立刻另存一份；旧密钥留着，旧备份还要用`,
        en: `key ${number} is in the file of keys: save a copy now; older keys stay, older backups need them`,
      })
    }
    return sealAnew(client, { secrets: rotated?.secrets ?? secrets, say })
  })
}

async function sealAnew(client: ClientBase, { secrets, say }: { readonly secrets: Secrets; readonly say: Say }) {
  const sealed = await reseal(client, { secrets })
  await list(client, { secrets, say })
  say({
    zh: `重新加密 ${sealed} 项。正在运行的服务能读；请重启它，再执行一次 keys reseal，直到旧密钥名下为 0`,
    en: `${sealed} values sealed anew. A running service reads them; restart it, then run keys reseal until older keys hold 0`,
  })
  return 0 as const
}

async function list(client: ClientBase, { secrets, say }: { readonly secrets: Secrets; readonly say: Say }) {
  const counts = await countByKey(client)
  const keys = sealingKeys(secrets)
  for (const { number } of keys) {
    const n = counts.get(number) ?? 0
    const now = number === newestKey(secrets).number
    say({
      zh: `密钥 ${number}：${n} 项${now ? '（现用）' : ''}`,
      en: `key ${number}: ${n} values${now ? ' (in use)' : ''}`,
    })
  }
  const unknown = [...counts].filter(([number]) => !keys.some((one) => one.number === number))
  for (const [number, n] of unknown)
    say({
      zh: `✗ ${n} 项由密钥 ${number} 加密，密钥文件里没有它，现在读不了；请放回有它的密钥文件`,
      en: `✗ ${n} values were sealed by key ${number}, which is not in the file of keys; put back the file that has it`,
    })
  return unknown.length === 0 ? (0 as const) : (1 as const)
}

const how = { zh: '用法：keys [rotate|reseal]', en: 'usage: keys [rotate|reseal]' }
