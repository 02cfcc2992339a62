import AfterwitProcesses
import Foundation

extension Rounds {
  /// An open part of a review, as `review --json` tells it.
  struct OpenPart {
    let id: String
    let part: Int
    let kind: String
    let place: Ledger.Place
    let sides: [(number: Int, isLocal: Bool)]
    /// The markers of all sides.
    let markers: Set<String>
    /// All of it but which side is local: the same on every device.
    let shared: String

    var name: String { "\(id).\(part)" }
  }

  /// The open parts at a device.
  mutating func reviews(at device: String) async throws -> [OpenPart] {
    try await documents("review", at: device).map { document in
      var document = document
      let sides = document["sides"] as? [[String: Any]] ?? []
      // Which side is local, and so what each answer is called, differs from device to device.
      document["sides"] = sides.map { side in
        let machines = side["machines"] as? [[String: Any]] ?? []
        return side.merging(
          ["local": 0, "machines": machines.map { $0.filter { $0.key != "local" } }]
        ) { _, new in new }
      }
      document["answers"] = nil
      let bytes = try JSONSerialization.data(withJSONObject: document, options: .sortedKeys)
      return OpenPart(
        id: document["id"] as? String ?? "", part: document["part"] as? Int ?? 0,
        kind: document["kind"] as? String ?? "",
        place: Ledger.Place(
          entry: String(
            (document["element"] as? String ?? document["entry"] as? String ?? "").prefix(8)),
          field: document["field"] as? String ?? ""),
        sides: sides.map { ($0["number"] as? Int ?? 0, $0["local"] as? Bool ?? false) },
        markers: Prose.markers(in: sides.map { $0["text"] as? String ?? "" }.joined()),
        shared: String(decoding: bytes, as: UTF8.self))
    }
  }

  /// Decides an open review, if there is one, with an answer of any kind.
  mutating func resolve(at device: String, killing: Bool) async throws {
    let open = try await reviews(at: device).sorted { here, there in
      (ledger.order(of: here.place.entry), here.place.field, here.part)
        < (ledger.order(of: there.place.entry), there.place.field, there.part)
    }
    guard !open.isEmpty else { return }
    let part = open[number(open.count)]
    // An answer to a whole review is one to each of its parts.
    let isWhole = chance(0.5)
    let parts = isWhole ? open.filter { $0.id == part.id } : [part]
    let name = isWhole ? part.id : part.name
    let answers = Self.answers(to: part).filter { answer in
      parts.allSatisfy { Self.answers(to: $0).contains(answer) }
    }
    let answer = answers[number(answers.count)]
    guard part.kind == "overlap" else {
      let ending = try await run("review resolve \(name) \(answer)", at: device, killing: killing)
      if ending.isDone { figures.resolved["\(part.kind) \(answer)", default: 0] += 1 }
      return
    }
    let before = try await text(part.place, at: device)
    let typed = answer == "edit" ? prose.sentence(&random) : prose.edited(before, &random)
    let words = ["TEXT": typed, "EDITOR": stage.scratch.path + "/editor"]
    // A side, both or what stood before would take away what was written over the sides since.
    let mayTakeAway = !["current", "edit", "-"].contains(answer) && !answer.hasPrefix("--text")
    let replaces = mayTakeAway && chance(0.5)
    let ending = try await run(
      "review resolve \(name) \(answer)" + (replaces ? " --replace" : ""), at: device,
      with: words, killing: killing && answer != "-",
      allowing: mayTakeAway && !replaces ? [2] : [],
      before: answer == "-" ? "printf %s \"$TEXT\" | " : "")
    if ending.code == 2 {
      let isRight = ending.talk.contains("was edited after both sides had come together")
      let isSame = try await text(part.place, at: device) == before
      let stillOpen = try await reviews(at: device).count(where: { $0.id == part.id })
      if !isRight || !isSame || stillOpen != open.count(where: { $0.id == part.id }) {
        fail("\(device): refused \(name) \(answer): \(ending.talk)")
      }
      figures.resolved["overlap refused", default: 0] += 1
      return
    }
    if ending.code == nil, answer == "edit" { abandonedDrafts[device, default: 0] += 1 }
    let now = try await text(part.place, at: device)
    if ending.isDone {
      figures.resolved["overlap " + answer.prefix { $0 != " " }, default: 0] += 1
      if answer == "current", now != before { fail("\(device): current gave “\(now)”") }
    }
    let shown = Prose.markers(in: before)
    let kept = answer == "current" || answer == "both" && !replaces ? shown : []
    ledger.note(
      shown.subtracting(kept), became: Prose.markers(in: now), at: part.place,
      by: "\(device) in round \(round)")
    let isText = answer == "-" || answer.hasPrefix("--text")
    if ending.isDone, isText || answer == "edit" {
      // The last line feed of what comes through a pipe ends the line and is no text.
      let isLine = answer == "-" && typed.hasSuffix("\n")
      let meant = isLine ? String(typed.dropLast()) : typed
      note("", became: meant, at: part.place, by: device)
      if isText, now != meant { fail("\(device): answered “\(meant)”, stands “\(now)”") }
    }
  }

  /// Leaves all that stands, at the desk; returns the entries whose reviews that closed everywhere.
  mutating func decideAll() async throws -> [String] {
    var entries: Set<String> = []
    for _ in 0..<4 {
      let open = try await reviews(at: "desk")
      for id in Set(open.map(\.id)).sorted() {
        try await run("review resolve \(id) current", at: "desk")
        figures.decided += 1
      }
      entries.formUnion(open.map(\.place.entry))
      if open.isEmpty { break }
      try await settle()
    }
    for device in Self.devices where try await !reviews(at: device).isEmpty {
      fail("\(device): all was decided at the desk, and a review is open")
    }
    return entries.sorted()
  }

  /// What is typed where a field takes few values.
  private static let typed = ["state": "dropped", "done": "yes"]

  private static func answers(to part: OpenPart) -> [String] {
    let sides = part.sides.map { "side \($0.number)" }
    let isTwo = part.sides.count == 2 && part.sides.count(where: \.isLocal) == 1
    let named = (isTwo ? ["mine", "theirs"] : []) + sides + ["current"]
    return switch part.kind {
    case "overlap": named + ["base", "both", "both", "edit", "-", "--text \"$TEXT\""]
    case "value": named + ["base", "--text " + (typed[part.place.field] ?? "3")]
    default: named + ["keep", "remove"]
    }
  }
}
