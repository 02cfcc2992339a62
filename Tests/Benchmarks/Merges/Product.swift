import AfterwitCausality
import AfterwitEncoding
import AfterwitMergePairs
import AfterwitText

/// Afterwit itself, by what `AfterwitText` offers: two devices that save, meet, and are asked.
struct Product {
  /// What the two show when each has what the other saved.
  func outcome(of pair: MergePair) throws -> MergeOutcome {
    let saves = Saves(pair)
    let scenes = try [true, false].map { try Scene(saves, isMineFirst: $0) }
    let states = try scenes.map { try $0.state() }
    var outcome = MergeOutcome(text: states[0].text)
    outcome.differs = !states[0].isAlike(states[1])
    let open = states[0].open
    outcome.isAsked = !open.isEmpty
    outcome.sides = open.flatMap(\.sides).map(\.passage.text)
    guard outcome.isAsked else { return outcome }
    for answer in MergePair.Answer.allCases {
      outcome.answers[answer] = try scenes[0].answered(answer, from: states[0])
    }
    return outcome
  }
}

/// What each save of a pair does to the text before it.
private struct Saves {
  let base: [[TextOperation]]
  let mine: [[TextOperation]]
  let theirs: [[TextOperation]]

  init(_ pair: MergePair) {
    let (first, last) = (pair.base.first ?? "", pair.base.last ?? "")
    let steps = { (first: String, texts: [String]) in
      zip([first] + texts, texts).map { TextDifference.operations(from: $0, to: $1) }
    }
    base = [[.insert(position: 0, text: first)]] + steps(first, Array(pair.base.dropFirst()))
    (mine, theirs) = (steps(last, pair.mine), steps(last, pair.theirs))
  }
}

/// A text that two devices edited, as one of them has it.
private struct Scene {
  private var history = TextHistory()
  private var lastNumbers: [UInt8: UInt64] = [:]

  private static let (desk, laptop, common): (UInt8, UInt8, UInt8) = (1, 2, 3)

  /// What one device has: its own saves come first.
  init(_ saves: Saves, isMineFirst: Bool) throws {
    try save(saves.base, by: Self.common, at: [])
    let parents = history.graph.frontier
    for isMine in [isMineFirst, !isMineFirst] {
      try save(
        isMine ? saves.mine : saves.theirs, by: isMine ? Self.desk : Self.laptop, at: parents)
    }
  }

  /// Saves one time after another.
  private mutating func save(
    _ steps: [[TextOperation]], by device: UInt8, at start: [Int]
  ) throws {
    var parents = start
    for operations in steps {
      try append(operations, by: device, at: parents)
      parents = [history.events.count - 1]
    }
  }

  private mutating func append(
    _ operations: [TextOperation], by device: UInt8, at parents: [Int]
  ) throws {
    let number = (lastNumbers[device] ?? 0) + 1
    lastNumbers[device] = number
    var envelope = [UInt8](repeating: 0, count: EnvelopeID.byteCount)
    (envelope[0], envelope[1]) = (device, UInt8(truncatingIfNeeded: number))
    let order = TextOrder(
      device: DeviceID([device] + [UInt8](repeating: 0, count: DeviceID.byteCount - 1)) ?? .zero,
      number: number, envelope: EnvelopeID(envelope) ?? .zero)
    try history.append(TextEvent(order: order, parents: parents, operations: operations))
  }

  /// What the device shows, once it has taken out what both wrote alike.
  func state() throws -> State {
    var (scene, reviews) = (self, TextReviews(history))
    let (conflicts, twins) = reviews.meetings()
    let disputed = Set(conflicts.flatMap { [$0.left, $0.right] })
    let removal = reviews.removal(
      ofTwins: twins.filter { !disputed.contains($0.left) && !disputed.contains($0.right) })
    if !removal.isEmpty {
      try scene.append([.same] + removal, by: Self.desk, at: history.graph.frontier)
      reviews = TextReviews(scene.history)
    }
    let shown = ShownText(
      given: scene.history.text, standing: reviews.standing(amid: conflicts))
    return State(
      scene: scene, shown: shown, open: reviews.parts(of: conflicts).filter(\.isOpen))
  }

  /// The whole text when every open part is answered alike.
  func answered(_ answer: MergePair.Answer, from state: State) throws -> String {
    var scene = state.scene
    var shown = state.shown
    shown.answers = state.open.map(\.hunks)
    let words = state.open.map { part in
      (part.hunks, part.words(for: answer, mine: state.scene.isMine))
    }
    let operations = TextDifference.operations(
      answering: shown, with: Dictionary(uniqueKeysWithValues: words))
    try scene.append(operations, by: Self.desk, at: scene.history.graph.frontier)
    return try scene.state().text
  }

  private func isMine(_ event: Int) -> Bool {
    history.events[event].order.device.bytes.first == Self.desk
  }

  /// What is shown, and asked.
  struct State {
    let scene: Scene
    let shown: ShownText
    let open: [TextPart]

    var text: String { shown.text }

    /// Whether another device shows and asks the same.
    func isAlike(_ other: State) -> Bool {
      text.unicodeScalars.elementsEqual(other.text.unicodeScalars)
        && open.map(\.hunks) == other.open.map(\.hunks)
    }
  }
}

extension TextPart {
  /// The words that an answer puts in the region.
  fileprivate func words(for answer: MergePair.Answer, mine isMine: (Int) -> Bool) -> String {
    let own = sides.filter { $0.events.contains(where: isMine) }
    let others = sides.filter { !$0.events.contains(where: isMine) }
    switch answer {
    case .mine: return own.first?.passage.words ?? self.words
    case .theirs: return others.first?.passage.words ?? self.words
    case .base: return base.words
    case .both: return self.words
    }
  }
}
