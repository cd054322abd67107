import { readFile } from 'node:fs/promises'
import { platform, userInfo } from 'node:os'
import { DomainError } from '@junheng/kernel'

/** The system user that PostgreSQL runs as; empty where that is whoever runs this program. */
export interface Runner {
  readonly uid?: number
  readonly gid?: number
}

/** PostgreSQL refuses to run as root, so root hands it to an ordinary user of the machine. */
export async function findRunner(): Promise<Runner> {
  if (platform() === 'win32' || userInfo().uid !== 0) return {}
  const accounts = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'))
  for (const name of ['postgres', 'nobody', 'daemon']) {
    const account = accounts.find(([user]) => user === name)
    if (account !== undefined) return { uid: Number(account[2]), gid: Number(account[3]) }
  }
  throw new DomainError('no-database-user', {
    text: {
      zh: '数据库不能以 root 运行，而这台机器没有 postgres、nobody 这样的普通用户；请换普通用户启动',
      en: 'The database cannot run as root and this machine has no user such as postgres or nobody; start as another user',
    },
  })
}
