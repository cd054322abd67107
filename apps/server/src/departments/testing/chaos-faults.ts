import { sound, type Faults } from '@junheng/departments'

/** Every way of failing at once, each at one call in five. */
export const chaosFaults: Faults = {
  ...sound,
  workMs: 60,
  slowMs: 5,
  lostReply: 0.2,
  failing: 0.2,
  duplicate: 0.2,
  outOfOrder: 0.2,
  wrong: 0.2,
  refusing: 0.2,
  asking: 0.2,
}
