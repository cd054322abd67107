import { expect, it } from 'vitest'
import { addressKeys, addressPrefix } from './address-keys.ts'

const address = '湖北省咸宁市咸安区永安街道和湾社区中山路191号10栋203室'
const finds = (typed: string) => addressKeys(address).some((key) => key.startsWith(addressPrefix(typed)))

it('an address is found by its beginning, by a part, and whole, however long', () => {
  for (const typed of ['湖北省咸宁市', '永安街道和湾', '中山路１９１号', '中山路191号 10栋', address, `${address} `])
    expect(finds(typed), typed).toBe(true)
  for (const typed of ['中山路192号', '宁市咸安']) expect(finds(typed), typed).toBe(false)
})
