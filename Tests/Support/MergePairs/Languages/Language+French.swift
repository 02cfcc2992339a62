extension Language {
  static let french = Language(
    name: "French",
    patterns: [
      "J’ai parlé {time} avec {person} à propos de {topic}.",
      "Après le rendez-vous je me sentais {degree} {mood}.",
      "{person} m’a demandé mon avis sur {topic} et je suis resté muet.",
      "J’étais {mood} quand {person} m’a appelé.",
      "Pour {topic}, rien n’allait, et {person} l’a vu.",
      "La prochaine fois je préparerai {topic} avec {person}.",
      "Avant l’entretien j’ai mal dormi et j’étais {mood}.",
      "Cela m’a aidé de rentrer {time} à pied avec {person}.",
      "Dans le train j’étais assis près de {person} et {degree} {mood}.",
      "Personne ne disait rien jusqu’à ce que {person} arrive, l’air {mood}.",
      "J’ai écrit trois pages et maintenant je suis {mood}.",
      "{opening} je suis resté longtemps au parc avec {person}.",
    ],
    carriers: [
      "Mes notes disent {value} à propos de {topic}.",
      "{person} a lu {value} à haute voix puis s’est tu.",
      "Tout en haut de la page il y a {value}.",
    ],
    words: [
      .opening: list("Hier Aujourd’hui Ensuite Enfin"),
      .mood: list("calme triste nerveux morose seul soulagé honteux agité fâché confiant"),
      .degree: list("très plutôt assez vraiment trop"),
      .person: list("Anne Benoît Claire Denis Émilie François Gisèle Hugo"),
      .topic: [
        "l’offre", "l’entretien", "l’examen", "l’exposé", "l’équipe", "l’argent", "l’échéance",
        "l’essai", "l’emploi",
      ],
      .time: list("hier aujourd’hui encore ensuite tôt longtemps"),
    ],
    endings: [
      list("plan plans planifier"), list("travail travaille travailleur"),
      list("aide aider aidera"),
      list("demande demander demandeur"), list("parle parler parlera"), list("note noter notera"),
    ],
    bothEnds: [
      list("faire refaire faires"), list("juste injuste justement"), list("lire relire lires"),
      list("poser proposer poserait"), list("prendre apprendre prendrez"),
    ],
    compounds: [list("mi plein demi"), list("temps jour poste")],
    items: [
      "appeler Anne", "mettre le dossier à jour", "envoyer la lettre", "lire sur les files",
      "dormir huit heures", "demander un avis", "répéter l’exposé", "acheter des timbres",
      "écrire à Benoît", "arroser les plantes", "marcher une heure", "payer le loyer",
    ],
    headings: ["Ce qui s’est passé", "Ce que j’ai appris", "Ce qui vient"],
    months: list("mars mai juin juillet août"),
    quotes: ("«\u{a0}", "\u{a0}»"), otherEnd: "\u{a0}!", decimal: ",", thousands: "\u{202f}")
}
