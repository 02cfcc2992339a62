import AfterwitCausality
import AfterwitDocument
import AfterwitEncoding
import AfterwitReference
import AfterwitTestRandomness
import AfterwitText
import Foundation

/// Several devices that write prose, merge now and then, and answer reviews, all from one seed.
struct ReviewHistory {
  private struct Replica {
    let device: UInt8
    var known: [Int] = []
    /// The version of an editor that is still open.
    var opened: [Int]?
  }

  private(set) var scene = ReviewScene()
  /// The version that each replica holds at the end.
  var endings: [[Int]] { replicas.map(\.known) }
  private var replicas: [Replica]
  private var random: SeededGenerator

  /// Makes a history; a sequential one is of devices that have always seen everything.
  init(seed: UInt64, steps: ClosedRange<Int> = 4...14, isSequential: Bool = false) throws {
    random = SeededGenerator(seed: seed)
    let isForked = Int.random(in: 0..<10, using: &random) == 0
    replicas = (0..<Int.random(in: 2...5, using: &random)).map {
      Replica(device: isForked ? 7 : UInt8($0 * 31 + 1))
    }
    replicas.shuffle(using: &random)
    if Int.random(in: 0..<8, using: &random) > 0 {
      let first = try scene.record(
        by: 200, after: [], [.insert(position: 0, text: prose())], envelope: envelope())
      for index in replicas.indices { replicas[index].known = [first] }
    }
    for _ in 0..<Int.random(in: steps, using: &random) {
      let author = replicas.indices.randomElement(using: &random) ?? 0
      if isSequential {
        (replicas[author].known, replicas[author].opened) = (scene.history.graph.frontier, nil)
        try act(author)
        replicas[author].opened = nil
      } else if Int.random(in: 0..<3, using: &random) == 0 {
        let source = replicas.indices.randomElement(using: &random) ?? 0
        merge(replicas[source].known, into: author)
      } else {
        try act(author)
      }
    }
  }

  /// All events in a random order in which parents come first, with parents in that order.
  func admission(using random: inout SeededGenerator) -> [TextEvent] {
    var waiting = Array(scene.events.indices)
    var admitted: [Int] = []
    while !waiting.isEmpty {
      let ready = waiting.indices.filter { index in
        scene.events[waiting[index]].parents.allSatisfy(admitted.contains)
      }
      guard let pick = ready.randomElement(using: &random) else { break }
      admitted.append(waiting.remove(at: pick))
    }
    return scene.events.only(admitted)
  }

  private mutating func merge(_ version: [Int], into target: Int) {
    replicas[target].known = scene.history.graph.maximal(
      Set(replicas[target].known + version).sorted())
  }

  private mutating func act(_ author: Int) throws {
    let (device, known) = (replicas[author].device, replicas[author].known)
    let dice = Int.random(in: 0..<14, using: &random)
    if dice > 11 {
      if let made = try undo(by: device, after: known) { return merge([made], into: author) }
    } else if dice < 4 {
      if let made = try answer(by: device, after: known) { return merge([made], into: author) }
    } else if dice == 4 {
      if let made = try scene.clean(by: device, after: known) {
        return merge([made], into: author)
      }
    } else if dice == 5 {
      replicas[author].opened = known
    }
    var version = known
    if let opened = replicas[author].opened, Bool.random(using: &random) {
      (version, replicas[author].opened) = (opened, nil)
    }
    let shown = try scene.shown(at: version)
    let isTakingBack = version.count == 1 && Int.random(in: 0..<6, using: &random) == 0
    let left = isTakingBack ? try before(version[0]) : edited(shown.text)
    let isRaw = Int.random(in: 0..<8, using: &random) == 0
    let edits =
      isRaw
      ? rawEdit(of: scene.history.text(at: version))
      : TextDifference.operations(from: shown, to: left)
    guard !edits.isEmpty else { return }
    merge(
      [try scene.record(by: device, after: version, edits, envelope: envelope())], into: author)
  }

  /// Takes back one or two events of a version, mostly late ones.
  private mutating func undo(by device: UInt8, after version: [Int]) throws -> Int? {
    let known = scene.events.indices.filter {
      scene.history.graph.isAncestor($0, orEqualToAnyOf: version)
    }
    let isLate = Int.random(in: 0..<3, using: &random) > 0
    let picked = (0..<Int.random(in: 1...2, using: &random)).compactMap { _ in
      (isLate ? known.suffix(4) : known[...]).randomElement(using: &random)
    }
    guard !picked.isEmpty else { return nil }
    return try scene.undo(
      by: device, after: version, Set(picked).sorted(), envelope: envelope())
  }

  /// The text that the author of an event was shown.
  private func before(_ event: Int) throws -> String {
    try scene.shown(at: scene.events[event].parents).text
  }

  /// An edit of any scalars, as a client may make it that looks at no words.
  private mutating func rawEdit(of text: String) -> [TextOperation] {
    let length = text.unicodeScalars.count
    let start = Int.random(in: 0...length, using: &random)
    let count = Int.random(in: 0...min(4, length - start), using: &random)
    let deletion = TextOperation.delete(position: start, count: count)
    let insertion = TextOperation.insert(position: start, text: word())
    return (count > 0 ? [deletion] : [])
      + (count == 0 || Bool.random(using: &random) ? [insertion] : [])
  }

  private mutating func answer(by device: UInt8, after version: [Int]) throws -> Int? {
    let open = scene.reviews(at: version).parts.filter { $0.isOpen }
    guard let part = open.randomElement(using: &random) else { return nil }
    let outcomes: [ReviewScene.Outcome] = [
      .side(0), .side(1), .base, .both, .leave, .own(word()),
    ]
    let outcome = outcomes.randomElement(using: &random) ?? .leave
    guard Int.random(in: 0..<6, using: &random) == 0 else {
      return try scene.answer(by: device, after: version, outcome, about: part)
    }
    // A client that answers badly: some names of the part, some of nothing, beside any edit.
    let strange = HunkID(envelope: scene.events[0].order.envelope, number: 9)
    let some = part.hunks.filter { _ in Bool.random(using: &random) } + [strange]
    let shown = try scene.shown(at: version)
    var operations = TextDifference.operations(from: shown, to: edited(shown.text))
    operations.insert(
      .answer(some.sorted()), at: Int.random(in: 0...operations.count, using: &random))
    return try scene.record(by: device, after: version, operations, envelope: envelope())
  }

  private mutating func envelope() -> EnvelopeID {
    EnvelopeID((0..<32).map { _ in UInt8.random(in: 0...255, using: &random) }) ?? .zero
  }
}

extension ReviewHistory {
  private static let words = [
    "the", "teh", "cat", "dog", "don't", "sat", "mat", "red", "a", "I", "漢字", "かな", "ไทย", "字",
    "👩\u{200d}👩\u{200d}👧", "👍🏽", "e\u{301}te\u{301}", "été", "🇩🇪", "42", "3.5", "12:30", "20%", "$5",
    "22.", "de", "J.", "z.B.", "a/b", "http://a.de", "カタ", "ー", "キロ", "我喜欢", "红茶", "ครับ", "ดี",
    "2026年11月20日", "年", "7", "well-known", "“so”", "‘so’", "'s", "C++", "নদী", "हिन्दी", "ok?",
  ]
  private static let gaps = [
    " ", " ", " ", " ", " ", " ", ", ", ". ", ".\n", "\n", "\n\n", "", "’", " - ", "。", "！", "? ",
    "… ", " (", ") ", "\t", "\r\n", "\u{3000}", "・", ":", ".", "؟ ", "। ", "、", "」", "-", "+", "  ",
  ]

  private mutating func word() -> String { Self.words.randomElement(using: &random) ?? "a" }

  private mutating func prose() -> String {
    if Int.random(in: 0..<5, using: &random) == 0 { return list() }
    return (0..<Int.random(in: 2...9, using: &random)).map { _ in
      word() + (Self.gaps.randomElement(using: &random) ?? " ")
    }.joined()
  }

  /// Lines with numbers that go up, or with other signs of a list.
  private mutating func list() -> String {
    let mark = ["- ", "1. ", "1. ", " 1) ", "- [ ] ", "## "].randomElement(using: &random) ?? ""
    return (1...Int.random(in: 1...4, using: &random)).map { number in
      mark.replacingOccurrences(of: "1", with: "\(number)") + word() + " " + word()
    }.joined(separator: "\n")
  }

  /// The words of a text and the single characters between them.
  private func pieces(of text: String) -> [String] {
    var found: [String] = []
    var isWord = false
    for character in text {
      let continues = isWord && (character.isLetter || character.isNumber)
      if continues, let last = found.indices.last {
        found[last].append(character)
      } else {
        found.append(String(character))
      }
      isWord = character.isLetter || character.isNumber
    }
    return found
  }

  /// A text as a person leaves it after an edit or two.
  private mutating func edited(_ text: String) -> String {
    var pieces = pieces(of: text)
    for _ in 0..<Int.random(in: 1...2, using: &random) { edit(&pieces) }
    return pieces.joined()
  }

  private mutating func edit(_ pieces: inout [String]) {
    let place = pieces.indices.randomElement(using: &random) ?? 0
    let end = min(pieces.count, place + Int.random(in: 1...5, using: &random))
    switch Int.random(in: 0..<9, using: &random) {
    case 0, 1: if !pieces.isEmpty { pieces[place] = word() }
    case 2:
      if let typo = pieces.firstIndex(of: "teh") {
        pieces[typo] = "the"
      } else if !pieces.isEmpty {
        pieces[0] = "teh"
      }
    case 3: pieces.replaceSubrange(place..<end, with: [prose()])
    case 4: pieces.removeSubrange(place..<end)
    case 5: if !pieces.isEmpty { pieces.remove(at: place) }
    case 6: pieces.insert(Bool.random(using: &random) ? word() + " " : word(), at: place)
    case 7:
      // A whole paragraph, with its separator inside (decision 10).
      let line = Bool.random(using: &random) ? word() + " " + word() : list()
      pieces.append(pieces.isEmpty || pieces.last == "\n" ? line + "\n" : "\n" + line)
    default:
      let start = pieces.firstIndex(of: "\n").map { $0 + 1 } ?? 0
      pieces.insert(word() + "\n", at: start)
    }
  }
}
