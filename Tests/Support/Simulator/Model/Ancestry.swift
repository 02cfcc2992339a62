internal import AfterwitEncoding

/// Which changes had seen which, worked out the plain way.
struct Ancestry {
  private var places: [EnvelopeID: Int] = [:]
  private var ancestors: [[UInt64]] = []
  /// The changes that name each one to take it back, and have seen it.
  private var undos: [EnvelopeID: [EnvelopeID]] = [:]

  /// Places each change after its parents; a change with a parent that is nowhere has no place.
  init(_ changes: [Archive.Entry]) {
    let words = (changes.count + 63) / 64
    var left = changes
    while true {
      var waiting: [Archive.Entry] = []
      for change in left {
        let parents = change.parents.compactMap { places[$0] }
        guard parents.count == change.parents.count else {
          waiting.append(change)
          continue
        }
        var seen = [UInt64](repeating: 0, count: words)
        for parent in parents {
          for word in 0..<words { seen[word] |= ancestors[parent][word] }
          seen[parent / 64] |= 1 << UInt64(parent % 64)
        }
        places[change.id] = ancestors.count
        ancestors.append(seen)
      }
      guard waiting.count < left.count else { break }
      left = waiting
    }
    for change in changes {
      for name in change.undone where saw(change.id, name) {
        undos[name, default: []].append(change.id)
      }
    }
  }

  /// Whether a change is taken back by one that is not taken back itself.
  func isVoid(_ id: EnvelopeID) -> Bool { (undos[id] ?? []).contains { !isVoid($0) } }

  /// Whether what a change did was shown to the author of a later one: they had seen it, and nothing
  /// that they had seen takes it back.
  func wasShown(_ earlier: EnvelopeID, to later: EnvelopeID) -> Bool {
    func isVoid(_ id: EnvelopeID) -> Bool {
      (undos[id] ?? []).contains { saw(later, $0) && !isVoid($0) }
    }
    return saw(later, earlier) && !isVoid(earlier)
  }

  /// Whether a change has a place.
  func holds(_ id: EnvelopeID) -> Bool { places[id] != nil }

  /// Whether one change had seen another.
  func saw(_ later: EnvelopeID, _ earlier: EnvelopeID) -> Bool {
    guard let later = places[later], let earlier = places[earlier] else { return false }
    return ancestors[later][earlier / 64] >> UInt64(earlier % 64) & 1 == 1
  }
}
