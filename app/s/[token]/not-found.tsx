import { getTranslations } from "next-intl/server";
import { MessagePage } from "@/components/workspace/message-page";

export default async function ShareNotFound() {
  const t = await getTranslations("share.page");
  return <MessagePage title={t("absentTitle")}>{t("absent")}</MessagePage>;
}
