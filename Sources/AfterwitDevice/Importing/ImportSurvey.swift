internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitExchange
internal import AfterwitJournal
internal import AfterwitStore

// A source is read twice. The first time finds out which of its entries the journal has already: all
// that have one name are looked at together, for two of one minute may stand in any order. Of each
// entry 24 bytes stay in memory until the second time, which writes.

/// What a journal has already of a source.
struct ImportSurvey {
  /// An entry that was imported before.
  struct Known {
    let entry: EntryID
    /// Hashes of the versions that its sources had.
    let versions: Set<UInt64>
    /// Whether an entry of the source is this one.
    var isTaken = false
  }

  /// What is to become of an entry of the source.
  enum Decision {
    /// It is there, as its source says it.
    case same(EntryID)
    /// It is not there as it is; its number among those of one name and title.
    case open(number: Int)
  }

  private struct Found {
    let key: Int
    let version: UInt64
    let stem: UInt64
  }

  private var found: [Found] = []
  private var known: [Int: [Known]] = [:]
  /// For each entry of the source, in its order, what is to become of it.
  private(set) var decisions: [Decision] = []

  /// Adds an entry of the source.
  mutating func add(_ name: SourceName, version: String) {
    found.append(
      Found(key: name.key.hashValue, version: SourceVersion.place(of: version), stem: name.stemHash)
    )
  }

  /// How many entries the source has.
  var count: Int { found.count }

  /// Looks for all in the journal, and decides.
  mutating func decide(_ transaction: Transaction) throws {
    let keys = Set(found.map(\.key))
    try transaction.forEachState(of: .imported) { entry, state in
      guard case .set(let set) = state.value else { return }
      var versions: Set<UInt64> = []
      var own: Set<Int> = []
      for element in set.adds.keys {
        versions.insert(SourceVersion.place(of: element.string))
        let key = String(element.string.prefix(16)).hashValue
        if keys.contains(key) { own.insert(key) }
      }
      for key in own {
        known[key, default: []].append(Known(entry: entry, versions: versions))
      }
    }
    for key in known.keys { known[key]?.sort { $0.entry < $1.entry } }
    let numbers = numbers()
    decisions = found.indices.map { index in
      let found = found[index]
      if let place = known[found.key]?.firstIndex(where: {
        !$0.isTaken && $0.versions.contains(found.version)
      }), let entry = known[found.key]?[place].entry {
        known[found.key]?[place].isTaken = true
        return .same(entry)
      }
      return .open(number: numbers[index] ?? 0)
    }
    found = []
  }

  /// The entries that a name may mean and that nothing of the source is yet.
  func candidates(_ name: SourceName) -> [EntryID] {
    known[name.key.hashValue]?.filter { !$0.isTaken }.map(\.entry) ?? []
  }

  /// Says that an entry of the source is one that is there.
  mutating func take(_ entry: EntryID, as name: SourceName) {
    let key = name.key.hashValue
    guard let place = known[key]?.firstIndex(where: { $0.entry == entry }) else { return }
    known[key]?[place].isTaken = true
  }

  /// The numbers of those that are not the first of their name and title: by what they say, not by
  /// where they stand, and on every machine alike.
  private func numbers() -> [Int: Int] {
    var groups: [UInt64: [Int]] = [:]
    var seen: Set<UInt64> = []
    var several: Set<UInt64> = []
    for found in found where !seen.insert(found.stem).inserted { several.insert(found.stem) }
    guard !several.isEmpty else { return [:] }
    for (index, found) in found.enumerated() where several.contains(found.stem) {
      groups[found.stem, default: []].append(index)
    }
    var numbers: [Int: Int] = [:]
    for group in groups.values {
      let sorted = group.sorted { (found[$0].version, $0) < (found[$1].version, $1) }
      for (number, index) in sorted.enumerated() { numbers[index] = number }
    }
    return numbers
  }
}
