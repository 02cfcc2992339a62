extension Language {
  static let german = Language(
    name: "German",
    patterns: [
      "Ich habe {time} mit {person} über Geld und {topic} gesprochen.",
      "Nach dem Termin war ich {degree} {mood}.",
      "{person} hat mich nach {topic} gefragt, und mir fiel nichts ein.",
      "Ich war {mood}, als {person} anrief.",
      "Das Gespräch über {topic} lief schlecht, und {person} hat es gemerkt.",
      "Nächstes Mal übe ich das Gespräch über {topic} zusammen mit {person}.",
      "Vor dem Gespräch schlief ich schlecht und war {mood}.",
      "Es half mir, {time} mit {person} nach Hause zu gehen.",
      "Im Zug saß ich neben {person} und war {degree} {mood}.",
      "Niemand sagte ein Wort, bis {person} hereinkam und {mood} aussah.",
      "Ich schrieb drei Seiten, und jetzt bin ich {mood}.",
      "{opening} saß ich lange im Park mit {person}.",
    ],
    carriers: [
      "In meinen Notizen steht {value} zu {topic}.",
      "{person} las {value} laut vor und schwieg dann.", "Ganz oben auf der Seite steht {value}.",
    ],
    words: [
      .opening: list("Gestern Heute Danach Später Endlich"),
      .mood: list("müde ruhig wütend traurig stolz nervös einsam erleichtert beschämt unruhig"),
      .degree: list("sehr recht ziemlich wirklich etwas"),
      .person: list("Anna Jürgen Clara Dörte Emil Franz Greta Heinz"),
      .topic: list(
        "Gehalt Vertrag Rückmeldung Urlaub Probezeit Bewerbung Beförderung Vortrag Prüfung Teamarbeit"
      ),
      .time: list("gestern heute wieder später früh zweimal"),
    ],
    endings: [
      list("Plan Plans Planung"), list("Arbeit Arbeiten Arbeiter"),
      list("Frage Fragen Fragesteller"),
      list("Lob Lobes Lobende"), list("Hilf Hilfe Hilfst"), list("Weg Wege Weges"),
    ],
    bothEnds: [
      list("Arbeit Mitarbeit Arbeiten"), list("klar unklar klarer"),
      list("sicher unsicher sicherer"),
      list("Gang Eingang Gangart"), list("Sorge Vorsorge Sorgen"),
    ],
    compounds: [list("Online Telefon Video"), list("Gespräch Termin Test")],
    items: [
      "Anna anrufen", "Mappe ergänzen", "Brief abschicken", "über Warteschlangen lesen",
      "acht Stunden schlafen", "um Rückmeldung bitten", "Vortrag üben", "Briefmarken kaufen",
      "Jürgen schreiben", "Blumen gießen", "eine Stunde gehen", "Miete überweisen",
    ],
    headings: ["Was geschah", "Was ich lernte", "Was nun kommt"],
    months: list("März Mai Juni Juli August"), dayGap: ". ",
    quotes: ("„", "“"), otherEnd: "!", decimal: ",", thousands: ".")
}
