import { buyingTouchpoints } from "./sample-buying";
import { lookingTouchpoints } from "./sample-looking";
import type { SampleTouchpoint } from "./sample-touchpoint";

/**
 * What the customer of the source articles meets on the way to a pair of running shoes.
 * @see R25, R35, R38, R39, R42, R44, R45, R48, R57, R58
 */
export const sampleTouchpoints: readonly SampleTouchpoint[] = [
  ...lookingTouchpoints,
  ...buyingTouchpoints,
];
