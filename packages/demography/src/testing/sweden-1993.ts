/**
 * Sweden 1993–1998 by five-year groups 0–4 … 85+, both sexes alike: Preston, Heuveline and Guillot, Demography (2001),
 * box 6.2, as the example `sweden_1993_Preston_5x5` of the UN's engine (ccmppWPP) has it.
 */
export const sweden1993 = {
  /** Persons of one sex on 1 January 1993. */
  population: [
    293395, 248369, 240012, 261346, 285209, 314388, 281290, 286923, 304108, 324946, 247613, 211351, 215140, 221764,
    223506, 183654, 141990, 112424,
  ],
  /** 5Lx with a radix of 100,000. */
  personYears: [
    497487, 497138, 496901, 496531, 495902, 495168, 494213, 492760, 490447, 486613, 480665, 471786, 457852, 436153,
    402775, 350358, 271512, 291707,
  ],
  /** Births per woman and year at 15–19 … 45–49. */
  fertility: [0.012, 0.0908, 0.1499, 0.1125, 0.0441, 0.0074, 0.0003],
  /** Net migrants of one sex in the five years. */
  migrants: [6840, 4150, 3365, 5270, 9240, 8230, 5470, 3155, 1770, 1115, 1075, 845, 645, 530, 465, 300, 250, 175],
  srb: 1.05,
  /** What the book prints for the end of the five years, in whole persons: migrants spread evenly. */
  printed: {
    women: [
      302392, 298682, 252007, 244150, 268267, 293515, 320624, 284767, 288031, 303166, 322062, 243989, 205841, 205516,
      205270, 194771, 142565, 131966,
    ],
    boys: 317340,
    births: [15244, 126688, 229354, 170057, 63203, 10971, 472],
  },
} as const
