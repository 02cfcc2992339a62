/// What was acknowledged, and so must be there: the model that the journal is compared with.
///
/// A marker counts as typed once a command that wrote it ended with 0, or was seen to have worked
/// though it was killed. It counts as taken once such a command, on a device that was showing it,
/// gave a text without it. Typed and not taken, it stands on every device; taken, it may stand, as
/// another device may have written it again without knowing.
struct Ledger {
  /// A field of an entry.
  struct Place: Hashable {
    let entry: String
    let field: String
  }

  /// The entries that were acknowledged, in that order: their ids are of no seed.
  private(set) var entries: [String] = []
  /// The elements of lists that were acknowledged, in that order.
  private(set) var elements: [String] = []
  /// How often something was counted, at least and at most.
  private(set) var counts: [Place: ClosedRange<Int>] = [:]
  private var typed: [Place: [String: String]] = [:]
  private var taken: [Place: Set<String>] = [:]

  /// How many markers must stand.
  var standingCount: Int {
    typed.reduce(0) { count, place in
      count + place.value.keys.count { taken[place.key]?.contains($0) != true }
    }
  }

  /// Notes an entry.
  mutating func note(entry: String) {
    if !entries.contains(entry) { entries.append(entry) }
  }

  /// Notes an element of a list.
  mutating func note(element: String) {
    if !elements.contains(element) { elements.append(element) }
  }

  /// Notes that something was counted once more, or perhaps was.
  mutating func count(at place: Place, isSure: Bool) {
    let range = counts[place] ?? 0...0
    counts[place] = range.lowerBound + (isSure ? 1 : 0)...range.upperBound + 1
  }

  /// The place of an entry or an element in the order of all, entries first; those that nobody
  /// acknowledged come last.
  func order(of entry: String) -> Int {
    entries.firstIndex(of: entry)
      ?? entries.count + (elements.firstIndex(of: entry) ?? elements.count)
  }

  /// Notes a text that took another's place, by whom and when.
  mutating func note(_ before: Set<String>, became after: Set<String>, at place: Place, by: String)
  {
    for marker in after.subtracting(before) { typed[place, default: [:]][marker] = by }
    taken[place, default: []].formUnion(before.subtracting(after))
  }

  /// The markers that should stand at an entry and do not.
  func missing(of entry: String, where present: (String) -> Set<String>) -> [String] {
    typed.filter { $0.key.entry == entry }.flatMap { place, markers in
      let here = present(place.field)
      return markers.filter { marker, _ in
        !here.contains(marker) && taken[place]?.contains(marker) != true
      }.map { "\($0.key) of \(entry) \(place.field), typed by \($0.value), is gone" }
    }.sorted()
  }
}
