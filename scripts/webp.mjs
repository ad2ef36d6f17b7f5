import sharp from "sharp";

/**
 * Writes a picture small enough for the repository.
 *
 * @param {Buffer} picture
 * @param {string} file
 */
export async function writeWebp(picture, file) {
  await sharp(picture).webp({ quality: 72, effort: 6 }).toFile(file);
}
