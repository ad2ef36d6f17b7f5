import { getTranslations } from "next-intl/server";
import { MessagePage } from "@/components/workspace/message-page";

export default async function PersonNotFound() {
  const t = await getTranslations("person.dead");
  return <MessagePage title={t("absentTitle")}>{t("absent")}</MessagePage>;
}
