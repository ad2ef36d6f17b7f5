const mebibyte = 1024 * 1024;

/** The most bytes of an uploaded picture and of any other file that is taken. */
export const FILE_LIMITS = { picture: 10 * mebibyte, pdf: 25 * mebibyte };

/** The same in the unit in which people are told. */
export const FILE_LIMITS_MB = {
  picture: FILE_LIMITS.picture / mebibyte,
  pdf: FILE_LIMITS.pdf / mebibyte,
};

/** What is taken, as the sender names it; the server looks at the bytes itself. */
export const FILE_TYPES = {
  picture: ["image/png", "image/apng", "image/jpeg", "image/webp"],
  pdf: ["application/pdf"],
} as const;
