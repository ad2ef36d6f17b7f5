// Decodes a picture of unknown origin and writes it anew, with a small one beside it. Runs as a
// process of its own: a decoder that dies, hangs or swells takes nothing else with it.
// Usage: node picture-child.mjs <source> <target> <thumbnail>, again for each further picture;
// prints a line for each.
import sharp from "sharp";

const maxPixels = 25_000_000;
const maxResidentBytes = 600 * 1024 * 1024;
const thumbnail = { width: 640, height: 480 };

const say = (value) =>
  new Promise((said) => {
    process.stdout.write(`${JSON.stringify(value)}\n`, said);
  });

// The decoders run in threads, so that this one is free to watch over them.
setInterval(() => {
  if (process.memoryUsage.rss() > maxResidentBytes) process.exit(9);
}, 50).unref();

sharp.cache(false);
sharp.concurrency(1);
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: [
    "VipsForeignLoadPngFile",
    "VipsForeignLoadJpegFile",
    "VipsForeignLoadWebpFile",
  ],
});

async function redraw([source, target, small]) {
  const read = () =>
    sharp(source, {
      limitInputPixels: maxPixels,
      failOn: "error",
    }).autoOrient();
  try {
    const { width, height } = await sharp(source, {
      limitInputPixels: false,
    }).metadata();
    if (width * height > maxPixels)
      return { ok: false, reason: "picture_too_large" };
    // Written in the format it came in; everything but the pixels stays behind.
    const whole = await read().toFile(target);
    await read()
      .resize({ ...thumbnail, fit: "inside", withoutEnlargement: true })
      .webp({ quality: 80 })
      .toFile(small);
    return { ok: true, width: whole.width, height: whole.height };
  } catch {
    return { ok: false, reason: "file_damaged" };
  }
}

const files = process.argv.slice(2);
for (let at = 0; at < files.length; at += 3)
  await say(await redraw(files.slice(at, at + 3)));
process.exit(0);
