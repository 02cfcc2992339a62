extension Language {
  static let spanish = Language(
    name: "Spanish",
    patterns: [
      "Hablé con {person} {time} sobre {topic}.",
      "Después de la cita me sentía {degree} {mood}.",
      "{person} me preguntó por {topic} y me quedé en blanco.",
      "Estaba {mood} cuando {person} me llamó.",
      "Con {topic} todo salió mal, y {person} lo notó.",
      "¡La próxima vez prepararé {topic} con {person}!",
      "Antes de la entrevista dormí mal y estaba {mood}.",
      "Me ayudó volver {time} a casa a pie con {person}.",
      "En el tren iba sentado al lado de {person} y {degree} {mood}.",
      "Nadie dijo una palabra hasta que {person} entró con cara de estar {mood}.",
      "Escribí tres páginas y ahora estoy {mood}.",
      "{opening} me quedé mucho rato en el parque con {person}.",
    ],
    carriers: [
      "Mis notas dicen {value} sobre {topic}.", "{person} leyó {value} en voz alta y luego calló.",
      "En lo alto de la página pone {value}.",
    ],
    words: [
      .opening: list("Ayer Hoy Después Luego"),
      .mood: list("cansado tranquilo enfadado triste orgulloso nervioso solo aliviado inquieto"),
      .degree: list("muy bastante algo realmente demasiado"),
      .person: list("Ana Benito Clara Diego Elena Íñigo Begoña Hugo"),
      .topic: [
        "la oferta", "la entrevista", "la prueba", "el sueldo", "el contrato", "la carpeta",
        "el plazo", "la charla", "el equipo",
      ],
      .time: list("ayer hoy después temprano tarde luego"),
    ],
    endings: [
      list("plan planes planear"), list("trabajo trabajos trabajoso"),
      list("ayuda ayudar ayudante"),
      list("pregunta preguntar preguntas"), list("habla hablar hablado"), list("nota notar notado"),
    ],
    bothEnds: [
      list("hacer rehacer haceres"), list("justo injusto justos"), list("leer releer leeremos"),
      list("poner proponer ponerse"), list("seguro inseguro seguros"),
    ],
    compounds: [list("teórico físico técnico"), list("práctico químico social")],
    items: [
      "llamar a Ana", "poner al día la carpeta", "enviar la carta", "leer sobre colas",
      "dormir ocho horas", "pedir una opinión", "ensayar la charla", "comprar sellos",
      "escribir a Benito", "regar las plantas", "andar una hora", "pagar el alquiler",
    ],
    headings: ["Qué pasó", "Qué aprendí", "Qué viene ahora"],
    months: list("marzo mayo junio julio agosto"), dayGap: " de ",
    quotes: ("«", "»"), otherEnd: "…", decimal: ",", thousands: ".")
}
