internal import AfterwitCausality
internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal
internal import AfterwitStore
internal import AfterwitText
internal import AfterwitWire

/// An open review, with what a decision about it needs.
struct FoundReview {
  /// What a person sees.
  var review: Review
  /// The field.
  let key: FieldKey
  /// The hunks of each part.
  var hunks: [[HunkID]]
  /// The parts of a text; none of a value or a deletion.
  var texts: [TextPart] = []
  /// The copies that stand in a text, where it is decided.
  var twins: [StandingTwins] = []
  /// The hash of what a decision replaces beside the words of its part: all of an entry, where it
  /// may be deleted.
  var context: [UInt8] = []

  /// The parts as a person is shown them now.
  var shownParts: [ShownReviews.Part] {
    zip(review.parts, hunks).map { part, hunks in
      ShownReviews.Part(part, hunks: hunks, in: context)
    }
  }

  /// The text that stands, as an edit of it decides the parts.
  var shown: ShownText {
    ShownText(
      review.parts.first?.current ?? "",
      answers: texts.map { PartAnswer(hunks: $0.hunks, region: $0.current.region) }, twins: twins)
  }
}

/// Reads the open reviews in one transaction.
struct ReviewReader {
  let transaction: Transaction
  private let local: LocalWriting

  init(_ transaction: Transaction) throws {
    self.transaction = transaction
    local = try LocalWriting(transaction)
  }

  /// The open reviews of an entry, by field and kind.
  func reviews(of entry: EntryID) throws -> [FoundReview] {
    try keys(of: entry).map { key, hunks in try found(key, hunks: hunks) }
  }

  /// The open review that a person means by `R` or `R.PART`, as it is now.
  func review(_ typed: String) throws -> FoundReview {
    let name = try ReviewName(typed)
    let (key, hunks) = try key(of: name)
    let found = try found(key, hunks: hunks)
    return try found.only(name)
  }

  /// The open review that a person means, with the parts that this home has shown, to be decided.
  /// - Throws: ``DeviceFailure`` where a part meant has changed since, or was decided meanwhile.
  func reviewAsShown(_ typed: String, for answer: ReviewAnswer? = nil) throws -> FoundReview {
    let name = try ReviewName(typed)
    let (key, hunks) = try key(of: name)
    let found = try found(key, hunks: hunks, withTwins: true)
    let shown = try transaction.shownReviews().parts(of: found.review.id)
    guard !shown.isEmpty else { return try found.only(name) }
    guard let number = name.part else {
      let isAsShown = found.shownParts.allSatisfy { part in
        shown.values.contains { $0.stands(as: part, for: answer) }
      }
      guard isAsShown else { throw DeviceFailure.changed(name) }
      return found
    }
    guard let meant = shown[number] else { return try found.only(name) }
    if let index = found.shownParts.firstIndex(where: { meant.stands(as: $0, for: answer) }) {
      return found.only([index])
    }
    let goesOn = found.hunks.contains { !Set($0).isDisjoint(with: meant.hunks) }
    throw goesOn ? DeviceFailure.changed(name) : DeviceFailure.decided(name)
  }

  /// The id of the review of each open part of an entry.
  func openIDs(of entry: EntryID) throws -> [ReviewID] {
    try keys(of: entry).flatMap { key, hunks in hunks.map { _ in key.id } }
  }

  /// What is under review in an entry, and the hunks of its parts.
  private func keys(of entry: EntryID) throws -> [(ReviewKey, [[HunkID]])] {
    var found: [(ReviewKey, [[HunkID]])] = []
    for part in try transaction.view(of: entry)?.openParts ?? [] {
      let key = ReviewKey(field: FieldKey(entry: entry, field: part.field), kind: part.kind)
      if found.last?.0 == key {
        found[found.count - 1].1.append(part.hunks)
      } else {
        found.append((key, [part.hunks]))
      }
    }
    return found
  }

  /// What the one open review is about whose id begins so.
  private func key(of name: ReviewName) throws -> (ReviewKey, [[HunkID]]) {
    let open = try transaction.entriesUnderReview().flatMap { try keys(of: $0) }
    let found = open.filter { $0.0.id.text.hasPrefix(name.prefix) }
    guard let first = found.first else {
      let isKnown = try transaction.shownReviews().isKnown(withPrefix: name.prefix)
      throw isKnown ? DeviceFailure.decided(name) : DeviceFailure.noReview(name)
    }
    guard found.count == 1 else {
      throw DeviceFailure.ambiguous(name, found.map { $0.0.id.shortText })
    }
    return first
  }

  private func found(
    _ key: ReviewKey, hunks: [[HunkID]], withTwins: Bool = false
  ) throws -> FoundReview {
    switch key.kind {
    case .overlap: try overlap(key, withTwins: withTwins)
    case .value: try value(key, hunks: hunks)
    case .deletion: try deletion(key, hunks: hunks)
    }
  }

  func review(_ key: ReviewKey, _ parts: [Review.Part]) -> Review {
    Review(
      id: key.id, kind: Review.Kind(key.kind), entry: key.field.entry,
      field: key.field.field.name.string,
      parts: parts)
  }
}

extension ReviewReader {
  private func overlap(_ key: ReviewKey, withTwins: Bool) throws -> FoundReview {
    guard case .text(let field)? = try transaction.state(of: key.field)?.value else {
      throw StoreFailure.damaged("a text under review is missing")
    }
    var shelf = try StoreShelf(reading: transaction)
    let history = try shelf.history(of: key.field)
    var reviews = TextReviews(history.text)
    let conflicts = field.conflicts.map(TextReviews.Pair.init)
    let open = reviews.parts(of: conflicts).filter { !$0.isHidden }
    let names = try transaction.deviceNames()
    let parts = try open.enumerated().map { index, part in
      let sides = try part.sides.enumerated().map { number, side in
        try self.side(
          number + 1, indices: side.events.map { history.indices[$0] }, text: side.passage.text,
          region: side.passage.words, from: side.passage.region.lowerBound, names: names)
      }
      return Review.Part(
        number: index + 1, sides: sides, base: part.base.text, current: part.current.text,
        baseRegion: part.base.words, currentRegion: part.current.words,
        baseRegionStart: part.base.region.lowerBound,
        currentRegionStart: part.current.region.lowerBound,
        isOfSidesAlone: part.isOfSidesAlone)
    }
    return FoundReview(
      review: review(key, parts), key: key.field, hunks: open.map(\.hunks), texts: open,
      twins: withTwins ? reviews.standingTwins(amid: conflicts) : [])
  }

  /// A side that changes of these indices wrote, of which the first stands for it.
  func side(
    _ number: Int, indices: [Int], text: String?, region: String?, from start: Int = 0,
    editedFields: [String] = [], names: [DeviceID: String]
  ) throws -> Review.Side {
    let stamps = try indices.map { try transaction.changeStamp(at: $0) }
    let device = stamps[0].order.device
    return Review.Side(
      number: number, device: device, deviceName: names[device],
      isLocal: try stamps.contains { try local.contains($0.order) },
      milliseconds: stamps[0].timestamp.milliseconds, text: text, region: region,
      regionStart: start,
      editedFields: editedFields)
  }
}

extension TextReviews.Pair {
  init(_ conflict: TextConflict) {
    self.init(left: conflict.left.id, right: conflict.right.id)
  }
}

extension FoundReview {
  /// The review with only the part that a person names, or with all where none is named.
  func only(_ name: ReviewName) throws -> FoundReview {
    guard let part = name.part else { return self }
    guard let index = review.parts.firstIndex(where: { $0.number == part }) else {
      throw DeviceFailure.noPart(name)
    }
    return only([index])
  }

  /// The review with only some of its parts, which keep their numbers.
  func only(_ indices: [Int]) -> FoundReview {
    var found = self
    found.review = Review(
      id: review.id, kind: review.kind, entry: review.entry, field: review.field,
      parts: indices.map { review.parts[$0] })
    found.hunks = indices.map { hunks[$0] }
    found.texts = indices.filter { $0 < texts.count }.map { texts[$0] }
    return found
  }
}

extension FoundReview {
  /// What recovering the text of a decision does: decide the same, about what stands at a version.
  func draft(of answer: ReviewAnswer, on version: [EnvelopeID]) -> DraftOrigin.Content? {
    guard case .text(let text) = answer else { return nil }
    switch review.kind {
    case .overlap:
      return .opened(
        entry: review.entry, field: review.field, version: version, shown: shown)
    case .value:
      let edit = FieldEdit.set(field: review.field, value: text)
      return .refused(EditRequest(.edit(review.entry), [edit]), place: 0)
    case .deletion: return nil
    }
  }
}

extension ReviewKey {
  /// The id, the same on every device.
  var id: ReviewID {
    guard let id = ReviewID(Domain.review.hash(canonicalBytes).prefix(ReviewID.byteCount)) else {
      preconditionFailure("a hash is longer than an id")
    }
    return id
  }
}

extension Review.Kind {
  fileprivate init(_ kind: ReviewKind) {
    switch kind {
    case .overlap: self = .overlap
    case .value: self = .value
    case .deletion: self = .deletion
    }
  }
}
