import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { DomainError } from '@junheng/kernel'
import { loadStaff } from '../../staff/load-staff.ts'
import { readStaffPlan } from '../../staff/staff-plan.ts'
import { migrate, readMigrations } from '../migrate.ts'
import { asOwner, usage, type Operation } from './operation.ts'

/** `staff FILE`: the posts of a county and its first administrator, from a file. */
export const staffCommand: Operation = async ({ args, say }) => {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} })
  const [file] = positionals
  if (file === undefined) throw usage({ zh: '用法：staff 岗位文件.json', en: 'usage: staff FILE.json' })
  const read = readStaffPlan(await readJson(file))
  if (!read.ok) {
    const list = read.problems.map((problem) => `  ${problem}`).join('\n')
    throw new DomainError('bad-staff-file', {
      text: {
        zh: `${file} 有 ${read.problems.length} 处问题，什么都没有写入：\n${list}`,
        en: `${file} has problems; nothing was written:\n${list}`,
      },
    })
  }
  const { plan } = read
  const password = await asOwner(async (client) => {
    await migrate(client, await readMigrations())
    return loadStaff(client, plan)
  })
  say({
    zh: `已设 ${plan.posts.length} 个岗位。管理员 ${plan.administrator.username} 的初始密码（只显示这一次）：${password}`,
    en: `${plan.posts.length} posts are there. First password of ${plan.administrator.username}, shown this once: ${password}`,
  })
  return 0
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch {
    throw new DomainError('bad-staff-file', {
      text: { zh: `${file} 读不出 JSON`, en: `${file} is not there or holds no JSON` },
    })
  }
}
