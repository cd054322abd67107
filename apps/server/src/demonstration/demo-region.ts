/** The county that the demonstration is played in: Xian'an District. */
export const demoRegion = '421202'
