import { getDocument, GlobalWorkerOptions } from "pdfjs-dist";
import type { PDFDocumentProxy } from "pdfjs-dist";

let worker: Worker | null = null;

function startWorker(): void {
  worker ??= new Worker(
    new URL("pdfjs-dist/build/pdf.worker.min.mjs", import.meta.url),
    { type: "module" },
  );
  GlobalWorkerOptions.workerPort = worker;
}

/**
 * Reads a PDF as a drawing. Nothing that lies in it runs: its scripts, forms and actions are never asked for, fonts are
 * drawn as shapes instead of being compiled, and all of it is read in a worker, apart from the page.
 */
export async function openPdf(
  url: string,
  signal: AbortSignal,
): Promise<PDFDocumentProxy> {
  const answer = await fetch(url, { signal });
  if (!answer.ok) throw new Error(`no PDF: ${answer.status}`);
  const data = await answer.arrayBuffer();
  startWorker();
  return getDocument({
    data,
    isEvalSupported: false,
    enableXfa: false,
    disableFontFace: true,
    useSystemFonts: false,
    stopAtErrors: false,
  }).promise;
}
