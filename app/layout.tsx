import type { Metadata, Viewport } from "next";
import latin from "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2";
import { getTranslations } from "next-intl/server";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { startEarlyPage } from "@/components/ui/early/early-page";
import { pressStyleId } from "@/components/ui/press-style";
import { UiProvider } from "@/components/ui/provider";
import { ClientMessages } from "@/components/workspace/client-messages";
import { nonceHeader } from "@/server/http/page-header";
import "@fontsource-variable/inter/wght.css";
import "./globals.css";
import { viewer } from "./viewer";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("common");
  const name = t("productName");
  return {
    title: { default: name, template: `%s · ${name}` },
    referrer: "strict-origin-when-cross-origin",
  };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#faf8f4" },
    { media: "(prefers-color-scheme: dark)", color: "#171613" },
  ],
};

// Every page carries a nonce of its own, so none is made ahead of the request.
export const dynamic = "force-dynamic";

const earlyPage = `(${startEarlyPage.toString()})()`;

export default async function RootLayout({
  children,
}: {
  children: ReactNode;
}) {
  const { locale, theme } = await viewer();
  const nonce = (await headers()).get(nonceHeader) ?? undefined;
  return (
    <html lang={locale} data-theme={theme}>
      <body>
        <style id={pressStyleId} />
        {/* Browsers hide a nonce from scripts, and so from whoever compares. */}
        <script
          nonce={nonce}
          suppressHydrationWarning
          // oxlint-disable-next-line react/no-danger -- a script of ours, in which nothing stands that anybody wrote
          dangerouslySetInnerHTML={{ __html: earlyPage }}
        />
        {/* Asked for with the page, not when its first words have been laid out in another font and must be again. */}
        <link
          rel="preload"
          as="font"
          type="font/woff2"
          href={latin}
          crossOrigin="anonymous"
        />
        <ClientMessages namespaces={[]}>
          <UiProvider locale={locale}>{children}</UiProvider>
        </ClientMessages>
      </body>
    </html>
  );
}
