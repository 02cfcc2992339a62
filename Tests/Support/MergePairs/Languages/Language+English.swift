extension Language {
  static let english = Language(
    name: "English",
    patterns: [
      "I talked to {person} about the {topic} {time}.",
      "I felt {degree} {mood} after the {topic}.",
      "{person} asked me about the {topic} and I went blank.",
      "I was {mood} when {person} called me.",
      "The {topic} went badly, and {person} noticed it.",
      "Next time I will prepare the {topic} with {person}.",
      "Before the {topic} I slept badly and woke up {mood}.",
      "It helped me to walk home with {person} {time}.",
      "In the train I sat beside {person} and was {degree} {mood}.",
      "Nobody said a word until {person} came in and looked {mood}.",
      "I wrote three pages and now I am {mood}.",
      "{opening} I sat in the park for an hour with {person}.",
    ],
    carriers: [
      "My notes say {value} about the {topic}.",
      "{person} read {value} aloud and we stopped there.",
      "At the top of the page stands {value}.",
    ],
    words: [
      .opening: list("Yesterday Today Afterwards Later Finally"),
      .mood: list("tired calm angry sad proud nervous hopeful lonely relieved ashamed restless"),
      .degree: list("very rather quite really somewhat"),
      .person: list("Anna Ben Clara David Emma Frank Grace Henry"),
      .topic: list(
        "offer interview project feedback salary deadline portfolio contract presentation test"),
      .time: list("yesterday today again later early twice"),
    ],
    endings: [
      list("plan plans planned"), list("work works worked"), list("ask asks asked"),
      list("learn learns learned"), list("help helps helped"), list("talk talks talked"),
    ],
    bothEnds: [
      list("plan replan plans"), list("sure unsure surely"), list("fair unfair fairly"),
      list("start restart started"), list("like dislike likely"),
    ],
    compounds: [list("part full half"), list("time day pay")],
    items: [
      "call Anna", "update the portfolio", "send the letter", "read about queues",
      "sleep eight hours", "ask for feedback", "practise the talk", "buy stamps", "write to Ben",
      "water the plants", "walk for an hour", "pay the rent",
    ],
    headings: ["What happened", "What I learned", "What comes next"],
    months: list("March May June July August"),
    quotes: ("“", "”"), otherEnd: "!")
}
