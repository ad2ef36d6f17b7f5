import { getTranslations } from "next-intl/server";
import { MessagePage } from "@/components/workspace/message-page";

export default async function StopNotFound() {
  const t = await getTranslations("person.stop");
  return <MessagePage title={t("absentTitle")}>{t("absent")}</MessagePage>;
}
