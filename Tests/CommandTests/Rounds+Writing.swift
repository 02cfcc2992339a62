import Foundation

extension Rounds {
  private static let killProbability = 0.2
  private static let tags = ["pace", "nerves", "systems", "café", "offer", "follow-up", "sleep"]

  /// One device writes by itself for a while.
  mutating func write(at device: String) async throws {
    let listed = try await list(at: device)
    for _ in 0..<(6 + number(7)) {
      guard let entry = choose(from: listed) else { continue }
      let killing = chance(Self.killProbability)
      switch number(30) {
      case 0..<8: try await edit(entry, at: device, killing: killing)
      case 8..<10: try await append(to: entry, at: device, killing: killing)
      case 10..<14: try await writeList(of: entry, at: device, killing: killing)
      case 14..<16: try await tag(entry, at: device, killing: killing)
      case 16: try await untag(entry, at: device, killing: killing)
      case 17..<19: try await set(entry, at: device, killing: killing)
      case 19..<21: try await writeNew(at: device, killing: killing)
      case 21..<23: try await run("rm \(entry.id)", at: device, killing: killing)
      case 23: try await restore(known[device, default: []], but: listed, at: device)
      default: try await resolve(at: device, killing: killing)
      }
    }
  }

  /// An entry as a list names it.
  struct Listed: Hashable {
    let id: String
    let kind: String
  }

  /// Writes a new entry; its id counts as soon as it was printed.
  mutating func writeNew(at device: String, killing: Bool) async throws {
    let kind = ["reflection", "reflection", "goal", "mantra"][number(4)]
    let text = prose.text(&random)
    let ending = try await run(
      "new \(kind) \"$TEXT\" --title \"$TITLE\"", at: device,
      with: ["TEXT": text, "TITLE": String(text.prefix(24 + number(20)))], killing: killing)
    guard let line = ending.output.split(separator: "\n").first else { return }
    let place = Ledger.Place(entry: String(line.prefix(8)), field: Self.field(of: kind))
    ledger.note(entry: place.entry)
    note("", became: text, at: place, by: device)
  }

  /// Notes that a text took another's place.
  mutating func note(
    _ before: String, became after: String, at place: Ledger.Place, by device: String
  ) {
    ledger.note(
      Prose.markers(in: before), became: Prose.markers(in: after), at: place,
      by: "\(device) in round \(round)")
  }

  /// Gives a field of an entry a whole new text, made of the one that the device shows.
  private mutating func edit(_ entry: Listed, at device: String, killing: Bool) async throws {
    let place = place(in: entry)
    let before = try await text(place, at: device)
    var after = prose.edited(before, &random)
    if let same = rewritings.first(where: { before.contains($0.from) }), chance(0.3) {
      after = before.replacing(same.from, with: same.to, maxReplacements: 1)
    } else {
      let (old, new) = (Prose.pieces(of: before), Prose.pieces(of: after))
      if old.count == new.count, let index = old.indices.first(where: { old[$0] != new[$0] }) {
        rewritings.append((old[index], new[index]))
      }
    }
    try await commit(
      "edit \(place.entry) --field \(place.field) --text \"$TEXT\"", typing: after, over: before,
      becoming: after, at: place, on: device, killing: killing)
  }

  /// Appends a paragraph.
  private mutating func append(to entry: Listed, at device: String, killing: Bool) async throws {
    let place = place(in: entry)
    let before = try await text(place, at: device)
    let new = prose.sentence(&random)
    try await commit(
      "edit \(place.entry) --field \(place.field) --append \"$TEXT\"", typing: new, over: before,
      becoming: nil, at: place, on: device, killing: killing)
  }

  /// Runs an edit and notes it, if it was acknowledged or turns out to have worked; a killed one
  /// leaves the text before it or the text after it, and nothing between.
  mutating func commit(
    _ command: String, typing typed: String, over before: String, becoming after: String?,
    at place: Ledger.Place, on device: String, killing: Bool
  ) async throws {
    var words = ["TEXT": typed]
    if lie == .savedNothing, round == 1, device == "desk" { words["LIE"] = "yes" }
    let ending = try await run(command, at: device, with: words, killing: killing)
    let appended = before.isEmpty ? typed : before + typed
    if ending.isDone {
      note(before, became: after ?? appended, at: place, by: device)
    } else {
      let now = try await text(place, at: device)
      if now != before {
        let isWhole = after.map { now == $0 } ?? (now.hasPrefix(before) && now.contains(typed))
        if !isWhole { fail("\(device): a killed edit left “\(now)” of “\(before)”") }
        note(before, became: now, at: place, by: device)
      }
    }
  }

  /// Gives a short value: few choices, so that devices meet in one and differ in another.
  private mutating func set(_ entry: Listed, at device: String, killing: Bool) async throws {
    let value =
      switch entry.kind {
      case "reflection": "mood=\(1 + number(5))"
      case "goal": "state=\(["active", "met"][number(2)])"
      default: "title=" + prose.sentence(&random)
      }
    try await run(
      "edit \(entry.id) --set \"$VALUE\"", at: device, with: ["VALUE": value], killing: killing)
  }

  private mutating func tag(_ entry: Listed, at device: String, killing: Bool) async throws {
    let tag = Self.tags[number(Self.tags.count)]
    let ending = try await run("tag \(entry.id) \(tag)", at: device, killing: killing)
    if ending.isDone {
      ledger.note(
        [], became: [tag], at: Ledger.Place(entry: entry.id, field: "tags"),
        by: "\(device) in round \(round)")
    }
  }

  /// Takes a tag off that the device shows; killed, it may have worked.
  private mutating func untag(_ entry: Listed, at device: String, killing: Bool) async throws {
    let place = Ledger.Place(entry: entry.id, field: "tags")
    let shown = try await text(place, at: device).split(separator: "\n").map(String.init)
    guard !shown.isEmpty else { return }
    let tag = shown[number(shown.count)]
    try await run("untag \(entry.id) \(tag)", at: device, killing: killing)
    ledger.note([tag], became: [], at: place, by: device)
  }

  private mutating func restore(
    _ known: Set<String>, but listed: [Listed], at device: String
  ) async throws {
    let hidden = inOrder(known.subtracting(listed.map(\.id)))
    guard !hidden.isEmpty else { return }
    try await run("restore \(hidden[number(hidden.count)])", at: device)
  }

  private mutating func list(at device: String) async throws -> [Listed] {
    let listed = try await documents("list", at: device).compactMap { document in
      (document["id"] as? String).map {
        Listed(id: String($0.prefix(8)), kind: document["kind"] as? String ?? "")
      }
    }
    known[device, default: []].formUnion(listed.map(\.id))
    let kinds = Dictionary(listed.map { ($0.id, $0.kind) }) { kind, _ in kind }
    return inOrder(kinds.keys).map { Listed(id: $0, kind: kinds[$0] ?? "") }
  }

  /// Most are written at where the others write too.
  private mutating func choose(from listed: [Listed]) -> Listed? {
    let shared = listed.filter { hot.contains($0.id) }
    let all = shared.isEmpty || chance(0.25) ? listed : shared
    return all.isEmpty ? nil : all[number(all.count)]
  }

  /// Ids in the order of their entries.
  private func inOrder(_ ids: some Sequence<String>) -> [String] {
    ids.map { (order: ledger.order(of: $0), id: $0) }.sorted { $0 < $1 }.map(\.id)
  }

  private mutating func place(in entry: Listed) -> Ledger.Place {
    let isSecond = entry.kind == "reflection" && chance(0.15)
    return Ledger.Place(
      entry: entry.id, field: isSecond ? "lesson" : Self.field(of: entry.kind))
  }

  private static func field(of kind: String) -> String {
    switch kind {
    case "goal": "why"
    case "mantra": "words"
    default: "happened"
    }
  }
}
