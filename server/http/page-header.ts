/** Carries the address of the page that is asked for to the page; the framework tells it to none. */
export const pageHeader = "x-waymark-page";

/** Carries the nonce of this answer to the page that uses it. */
export const nonceHeader = "x-nonce";
