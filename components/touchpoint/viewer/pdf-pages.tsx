"use client";

import { useTranslations } from "next-intl";
import type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { Spinner } from "@/components/ui/spinner";

interface PdfPagesProps {
  readonly url: string;
  readonly name: string;
  readonly onFail: () => void;
}

/** The pages of a PDF below each other, each drawn when it comes near; their words can be read out. */
export function PdfPages({ url, name, onFail }: PdfPagesProps) {
  const t = useTranslations("lanes.viewer");
  const pdf = usePdf(url, onFail);
  if (!pdf)
    return (
      <p
        role="status"
        className="flex flex-1 items-center justify-center gap-2 text-sm text-ink-2"
      >
        <Spinner />
        {t("loading")}
      </p>
    );
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keys
    <section
      aria-label={name}
      tabIndex={0}
      className="min-h-0 flex-1 overflow-auto p-4 -outline-offset-2"
    >
      <div className="mx-auto flex max-w-4xl flex-col gap-4">
        {Array.from({ length: pdf.numPages }, (_, index) => (
          <PdfPage key={index} pdf={pdf} number={index + 1} />
        ))}
      </div>
    </section>
  );
}

function usePdf(url: string, onFail: () => void): PDFDocumentProxy | null {
  const [pdf, setPdf] = useState<PDFDocumentProxy | null>(null);
  const fail = useEffectEvent(onFail);
  useEffect(() => {
    const ends = new AbortController();
    // What draws PDFs is large, and pictures do not need it.
    const opening = import("./open-pdf").then(({ openPdf }) =>
      openPdf(url, ends.signal),
    );
    opening.then(
      (opened) => (ends.signal.aborted ? opened.destroy() : setPdf(opened)),
      () => ends.signal.aborted || fail(),
    );
    return () => {
      ends.abort();
      opening.then(
        (opened) => opened.destroy(),
        () => undefined,
      );
    };
  }, [url]);
  return pdf;
}

interface PdfPageProps {
  readonly pdf: PDFDocumentProxy;
  readonly number: number;
}

/** A4, until the page itself is known. */
const USUAL_SHAPE = "210 / 297";

function PdfPage({ pdf, number }: PdfPageProps) {
  const t = useTranslations("lanes.viewer");
  const canvas = useRef<HTMLCanvasElement>(null);
  const [shape, setShape] = useState(USUAL_SHAPE);
  const [words, setWords] = useState("");
  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const drawing = new AbortController();
    const draw = async () => {
      const page = await pdf.getPage(number);
      if (drawing.signal.aborted) return;
      const { width, height } = page.getViewport({ scale: 1 });
      setShape(`${width} / ${height}`);
      setWords(await wordsOf(page));
      await paint(page, element, drawing.signal);
    };
    const watch = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting) return;
        watch.disconnect();
        // A page that cannot be drawn stays white; the others are still worth seeing.
        draw().catch(() => undefined);
      },
      { rootMargin: "600px" },
    );
    watch.observe(element);
    return () => {
      watch.disconnect();
      drawing.abort();
    };
  }, [pdf, number]);
  const of = pdf.numPages;
  return (
    <figure className="border border-line bg-surface shadow-float">
      <canvas
        ref={canvas}
        role="img"
        aria-label={t("page", { number, of })}
        style={{ aspectRatio: shape }}
        className="block w-full bg-white"
      />
      {words ? <figcaption className="sr-only">{words}</figcaption> : null}
    </figure>
  );
}

async function wordsOf(page: PDFPageProxy): Promise<string> {
  const { items } = await page.getTextContent();
  return items.map((item) => ("str" in item ? item.str : "")).join(" ");
}

/** As sharp as the screen, within what a phone's memory holds. */
const MOST_PIXELS_ACROSS = 2_400;

async function paint(
  page: PDFPageProxy,
  canvas: HTMLCanvasElement,
  signal: AbortSignal,
): Promise<void> {
  const across = Math.min(
    MOST_PIXELS_ACROSS,
    canvas.clientWidth * window.devicePixelRatio,
  );
  const whole = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: across / whole.width });
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  const task = page.render({ canvas, viewport });
  signal.addEventListener("abort", () => task.cancel());
  await task.promise;
}
