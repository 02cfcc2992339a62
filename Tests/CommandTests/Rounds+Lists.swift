import AfterwitProcesses
import Foundation

extension Rounds {
  /// Writes at a list of an entry, or counts where it has none.
  mutating func writeList(of entry: Listed, at device: String, killing: Bool) async throws {
    guard let (word, list) = Self.lists[entry.kind] else {
      return try await recite(entry, at: device, killing: killing)
    }
    let fields = try await documents("show \(entry.id)", at: device).first?["fields"]
    let items = (fields as? [String: Any])?[list] as? [[String: Any]] ?? []
    let shown = items.compactMap { ($0["id"] as? String).map { String($0.prefix(8)) } }
    guard shown.count > 1 || !shown.isEmpty && chance(0.5) else {
      return try await add(word, to: entry, at: device, killing: killing)
    }
    let item = shown[number(shown.count)]
    switch number(10) {
    case 0, 1: try await add(word, to: entry, at: device, killing: killing)
    case 2, 3: try await editItem(item, at: device, killing: killing)
    case 4, 5:
      let isDone = chance(0.7) ? "" : "--not "
      try await run("done \(isDone)\(item)", at: device, killing: killing)
    case 6, 7, 8: try await move(item, among: shown, at: device, killing: killing)
    default:
      try await run("rm \(item)", at: device, killing: killing)
      if chance(0.4) { try await run("restore \(item)", at: device) }
    }
  }

  /// For each kind, one of its lists: the word for an item, and the list's name.
  private static let lists = [
    "reflection": ("followup", "follow-ups"), "goal": ("step", "steps"),
  ]

  /// Adds an item; its id counts as soon as it was printed.
  private mutating func add(
    _ word: String, to entry: Listed, at device: String, killing: Bool
  ) async throws {
    let text = prose.sentence(&random)
    let ending = try await run(
      "add \(entry.id) \(word) \"$TEXT\"", at: device, with: ["TEXT": text], killing: killing)
    guard let line = ending.output.split(separator: "\n").first else { return }
    let place = Ledger.Place(entry: String(line.prefix(8)), field: "what")
    ledger.note(element: place.entry)
    note("", became: text, at: place, by: device)
  }

  /// Gives an item a new text, made of the one that the device shows.
  private mutating func editItem(_ item: String, at device: String, killing: Bool) async throws {
    let place = Ledger.Place(entry: item, field: "what")
    let before = try await text(place, at: device)
    var after = prose.edited(before, &random)
    if after.isEmpty { after = prose.sentence(&random) }
    try await commit(
      "edit \(item) --field what --text \"$TEXT\"", typing: after, over: before, becoming: after,
      at: place, on: device, killing: killing)
  }

  /// Moves a run of items that begins with one to a place.
  private mutating func move(
    _ item: String, among shown: [String], at device: String, killing: Bool
  ) async throws {
    let run = shown.drop { $0 != item }.prefix(1 + number(3))
    let others = shown.filter { !run.contains($0) }
    var places = ["--first", "--last"]
    if !others.isEmpty { places.append("--after \(others[number(others.count)])") }
    try await self.run(
      "move \(run.joined(separator: " ")) \(places[number(places.count)])", at: device,
      killing: killing)
  }

  /// Counts once more; killed, it may have counted.
  private mutating func recite(_ entry: Listed, at device: String, killing: Bool) async throws {
    let ending = try await run("recite \(entry.id)", at: device, killing: killing)
    ledger.count(
      at: Ledger.Place(entry: entry.id, field: "recited"), isSure: ending.isDone)
  }
}
