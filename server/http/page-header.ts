/** Carries the address of the page that is asked for to the page; the framework tells it to none. */
export const pageHeader = "x-waymark-page";
