internal import AfterwitCausality
internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal
internal import AfterwitStore

// A version is what the first changes of an entry show, in the order in which they are kept here: there
// every change comes behind those that it was made on. So a number names another version on a machine
// on which two changes came the other way round; the change itself has one name everywhere.
//
// What a version showed is derived by the very merge that made what stands, into memory. So there is no
// second rule for any family, for a review or for what was taken back.

/// The changes of an entry, those that take some of them back among them, and what they gave.
struct EntryHistory {
  let entry: EntryID
  /// The changes in their order; version `n` is what the first `n` show.
  let changes: StoredChanges
  let transaction: Transaction
  private let environment: Environment

  /// - Throws: ``DeviceFailure`` of the code `notFound` where nothing has touched the entry.
  init(_ entry: EntryID, _ transaction: Transaction, _ environment: Environment) throws {
    self.entry = entry
    self.transaction = transaction
    self.environment = environment
    changes = try transaction.versions(of: entry)
    guard !changes.isEmpty else { throw DeviceFailure.entry(.absent(entry.shortText)) }
  }

  /// The places, ascending, of the changes that a version is made of; none for version 0.
  func places(of name: VersionName) throws -> [Int] {
    switch name {
    case .number(let number):
      guard 0...changes.count ~= number else {
        throw DeviceFailure.history(.noVersion(number, of: changes.count))
      }
      return Array(0..<number)
    case .moment(let typed): return try places(upTo: typed)
    }
  }

  /// The same of a version that shows something.
  func somePlaces(of name: VersionName) throws -> [Int] {
    let places = try places(of: name)
    guard !places.isEmpty else {
      throw DeviceFailure.history(.noVersion(0, of: changes.count))
    }
    return places
  }

  /// The places of the changes made up to a time, and of those that they were made on, whatever the
  /// clocks of their machines say.
  private func places(upTo typed: String) throws -> [Int] {
    let end: UInt64
    do throws(DateMisfit) {
      end = try environment.end(of: typed)
    } catch {
      throw DeviceFailure.history(.noMoment(typed, error))
    }
    let isMade = changes.indices.map { changes.timestamp(at: $0).milliseconds < end }
    guard isMade.contains(true) else {
      let first = changes.indices.map { changes.timestamp(at: $0).milliseconds }.min() ?? 0
      throw DeviceFailure.history(.beforeAll(typed, begun: environment.localTime(first)))
    }
    let places = changes.indices.filter { isMade[$0] }
    guard let last = places.last, places.count <= last else { return places }
    var shelf = try StoreShelf(reading: transaction)
    let heads = places.map { changes.index(at: $0) }
    let version = try shelf.maximal(among: heads, atOrBefore: heads)
    return try changes.indices.filter {
      try isMade[$0] || shelf.isAncestor(changes.index(at: $0), orEqualToAnyOf: version)
    }
  }

  /// What the entry held at a version, or `nil` where it showed nothing yet.
  func content(at places: [Int]) throws -> EntryContent? {
    let graph = try transaction.causalGraph()
    let solo = try SoloFields(changes, at: places, of: entry, in: graph)
    var shelf = FieldMemoryShelf(of: graph)
    for (place, change) in solo.left {
      let stamp = try changes.stamp(at: places[place])
      _ = try Merge(change, stamp: stamp).apply(to: &shelf)
      shelf.take(change, stamp: stamp)
    }
    try solo.put(on: &shelf)
    shelf.deriveParts()
    return shelf.presence(of: FieldKey(entry: entry, field: .presence)).map {
      shelf.content(of: entry, $0)
    }
  }
}
