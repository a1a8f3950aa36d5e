/** How many pick-up codes there are. */
export const codeCount = 1_000_000

/** 取货码: six digits, made of a random whole number from 0 up to `codeCount`. */
export const pickupCodeOf = (random: number): string => String(random).padStart(6, '0')
