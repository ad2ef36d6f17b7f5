// German texts of the length that real maps have, for the large map that screens and figures are
// judged on. Sentences are put together from parts, so that a thousand cards do not repeat.

/** Stages of the grown map with their touchpoints: moving house with an energy supplier. */
export const grownStages: readonly {
  title: string;
  touchpoints: readonly string[];
}[] = [
  {
    title: "Bedarf erkennen",
    touchpoints: [
      "Kündigt die alte Wohnung",
      "Fragt im Bekanntenkreis nach Erfahrungen",
      "Sucht „Strom beim Umzug anmelden“",
      "Sieht eine Anzeige im Vergleichsportal",
      "Liest den Umzugsratgeber auf der Website",
    ],
  },
  {
    title: "Informieren und vergleichen",
    touchpoints: [
      "Öffnet den Tarifrechner",
      "Vergleicht Grundpreis und Arbeitspreis",
      "Fragt im Chat nach der Mindestvertragslaufzeit",
      "Liest Bewertungen auf einem Portal",
      "Ruft die Servicehotline an",
    ],
  },
  {
    title: "Vertrag abschließen",
    touchpoints: [
      "Gibt die neue Lieferadresse ein",
      "Sucht die Zählernummer",
      "Wählt den Zahlungsrhythmus und die Abschlagshöhe",
      "Bestätigt die SEPA-Lastschrift",
      "Erhält die Auftragsbestätigung per E-Mail",
    ],
  },
  {
    title: "Umziehen",
    touchpoints: [
      "Liest den Zählerstand in der alten Wohnung ab",
      "Fotografiert den Zähler mit der App",
      "Übergibt die Wohnung an die Vermieterin",
      "Liest den Zählerstand in der neuen Wohnung ab",
      "Wartet auf die Bestätigung des Netzbetreibers",
    ],
  },
  {
    title: "Ankommen",
    touchpoints: [
      "Bekommt das Begrüßungsschreiben",
      "Richtet das Kundenkonto ein",
      "Meldet sich in der App an",
      "Prüft den ersten Abschlag auf dem Konto",
      "Erhält den Anruf zur Zufriedenheit",
    ],
  },
  {
    title: "Nutzen",
    touchpoints: [
      "Verfolgt den Verbrauch in der App",
      "Passt den Abschlag an",
      "Meldet eine Störung",
      "Erhält die Wartungsankündigung",
      "Fragt nach einer Wallbox",
    ],
  },
  {
    title: "Abrechnung verstehen",
    touchpoints: [
      "Erhält die Jahresverbrauchsabrechnung",
      "Versteht die Nachzahlung nicht",
      "Ruft wegen der Abrechnung an",
      "Vereinbart eine Ratenzahlung",
      "Bekommt die korrigierte Rechnung",
    ],
  },
  {
    title: "Bleiben oder gehen",
    touchpoints: [
      "Erhält das Schreiben zur Preisanpassung",
      "Vergleicht erneut mit anderen Anbietern",
      "Bekommt ein Angebot zur Verlängerung",
      "Empfiehlt uns einer Nachbarin",
      "Kündigt und erhält die Schlussrechnung",
    ],
  },
];

/** Who says or meets it. */
export const grownSubjects: readonly string[] = [
  "Viele Kundinnen und Kunden",
  "Familien mit kleinen Kindern",
  "Menschen, die zum ersten Mal umziehen,",
  "Ältere Kundinnen und Kunden",
  "Wohngemeinschaften",
  "Selbstständige mit Büro zu Hause",
  "Neue Mieterinnen und Mieter",
  "Menschen ohne Drucker",
  "Kundinnen und Kunden mit Ratenzahlung",
  "Personen, die beruflich pendeln,",
];

/** What happens to them. */
export const grownVerbs: readonly string[] = [
  "verstehen nicht, welche Angaben auf dem Formular wirklich verpflichtend sind",
  "warten mehrere Tage auf eine Rückmeldung der Kundenbetreuung",
  "finden die Zählernummer weder auf dem Zähler noch in den Unterlagen",
  "erwarten eine Bestätigung innerhalb weniger Minuten",
  "wünschen sich eine feste Ansprechperson für den gesamten Umzug",
  "brechen ab, sobald nach der Bankverbindung gefragt wird",
  "möchten den Abschlag selbst und ohne Anruf ändern",
  "loben die verständliche Sprache im Begrüßungsschreiben",
  "ärgern sich über widersprüchliche Auskünfte am Telefon und im Chat",
  "erzählen im Freundeskreis von der schnellen Hilfe bei der Störung",
  "rechnen nicht mit einer Nachzahlung in dieser Höhe",
  "vergleichen den Arbeitspreis, aber übersehen den Grundpreis",
];

/** Why, or with what consequence. */
export const grownTails: readonly string[] = [
  "weil die Vertragsbestätigung erst nach der Schlüsselübergabe ankommt.",
  "und rufen deshalb noch am selben Tag bei der Servicehotline an.",
  "obwohl die Information bereits im Kundenkonto hinterlegt ist.",
  "sodass die Datenschutzeinwilligung ein zweites Mal eingeholt werden muss.",
  "was in der Zufriedenheitsbefragung regelmäßig genannt wird.",
  "wenn die Netzbetreiberrückmeldung länger als fünf Werktage dauert.",
  "und geben in der Bewertung einen Stern weniger.",
  "bevor die Jahresverbrauchsabrechnung verschickt wird.",
  "ohne dass die Fachabteilung davon erfährt.",
  "und das gilt besonders für Umzüge zum Monatsende.",
];

/** What a team could do; for actions and opportunities. */
export const grownActions: readonly string[] = [
  "Pflichtfelder im Umzugsformular auf das Nötigste kürzen",
  "Zählernummer per Foto automatisch erkennen",
  "Eingangsbestätigung sofort und mit nächstem Schritt versenden",
  "Abschlagsrechner in die App einbauen",
  "Erklärvideo zur Jahresverbrauchsabrechnung drehen",
  "Rückrufwunsch mit Zeitfenster anbieten",
  "Musterabrechnung mit Markierungen veröffentlichen",
  "Einheitliche Antwortvorlagen für Telefon und Chat abstimmen",
  "Störungsmeldungen mit Statusverfolgung versehen",
  "Schreiben zur Preisanpassung in einfacher Sprache verfassen",
];

/** What an ideal message says. */
export const grownMessages: readonly string[] = [
  "Wir kümmern uns um alles, du musst nur den Zählerstand durchgeben.",
  "Dein Vertrag zieht einfach mit um, ohne Unterbrechung der Versorgung.",
  "Hier siehst du auf einen Blick, was als Nächstes passiert.",
  "Wenn etwas nicht stimmt, erreichst du uns innerhalb einer Minute.",
  "Die Nachzahlung erklären wir dir Zeile für Zeile.",
];
