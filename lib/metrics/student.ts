/** What of a standard normal lies within plus and minus this: 95 %. */
export const z95 = 1.959963984540054;

/** The same for Student's t with 1 to 30 degrees of freedom. */
const small = [
  12.706205, 4.302653, 3.182446, 2.776445, 2.570582, 2.446912, 2.364624,
  2.306004, 2.262157, 2.228139, 2.200985, 2.178813, 2.160369, 2.144787, 2.13145,
  2.119905, 2.109816, 2.100922, 2.093024, 2.085963, 2.079614, 2.073873,
  2.068658, 2.063899, 2.059539, 2.055529, 2.051831, 2.048407, 2.04523, 2.042272,
] as const;

/**
 * Within plus and minus how many standard errors 95 % of Student's t lies.
 *
 * Above 30 degrees of freedom by the expansion of Fisher and Cornish around the normal, to within 0.000002.
 *
 * @param freedom - degrees of freedom, a whole number from 1.
 */
export function t95(freedom: number): number {
  const known = small[freedom - 1];
  if (known !== undefined) return known;
  const z = z95;
  const first = (z ** 3 + z) / 4;
  const second = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96;
  const third = (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384;
  return z + first / freedom + second / freedom ** 2 + third / freedom ** 3;
}
