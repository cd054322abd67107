/** Six-digit codes of the places whose census structure the program carries; the page offers a forecast for these. */
export const forecastRegions: ReadonlySet<number> = new Set([110000, 152900, 340403, 421202, 630000])
