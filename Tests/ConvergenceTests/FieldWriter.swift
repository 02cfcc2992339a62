import AfterwitDocument
import AfterwitEncoding
import AfterwitTestRandomness
import AfterwitText

/// Writes the operations of one random change on what its author was shown.
struct FieldWriter {
  private static let fields = [
    FieldName("happened", family: .text), FieldName("felt", family: .text),
    FieldName("title", family: .register), FieldName("mood", family: .register),
    FieldName("tags", family: .set), FieldName("people", family: .set), .presence,
    FieldName("recited", family: .counter), FieldName(.steps), FieldName(.steps), FieldName(.lacks),
    FieldName("later", family: .text), .kind,
    FieldName(storedName: "unheard-of", familyCode: 200),
  ]

  let states: [FieldKey: FieldState]
  var random: SeededGenerator
  private(set) var typed: UInt32
  /// The fields whose operations lie outside the text that was shown.
  var misfits: Set<FieldKey> = []
  private(set) var hunks: [FieldKey: [FieldHunk]] = [:]

  /// Starts from what was shown, and from how many scalars were typed so far in the whole history.
  init(states: [FieldKey: FieldState], random: SeededGenerator, typed: UInt32) {
    self.states = states
    self.random = random
    self.typed = typed
  }

  /// One to four blocks, each of another field.
  mutating func blocks() -> [Change.Block] {
    var keys: Set<FieldKey> = []
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let entry = EntryID([UInt8](repeating: UInt8.random(in: 1...2, using: &random), count: 10))
      let field = Self.fields.randomElement(using: &random) ?? .kind
      let key = FieldKey(entry: entry ?? .journal, field: field)
      keys.formUnion(key.isList ? self.keys(in: key) : [key])
    }
    return keys.sorted().map { Change.Block(key: $0, operations: operations(on: $0)) }
  }

  private mutating func operations(on key: FieldKey) -> Operations {
    let isUnknown = Int.random(in: 0..<40, using: &random) == 0
    switch key.field.family {
    case .list where key.element == nil:
      return isUnknown ? .unknown([7]) : list(key)
    case .counter: return isUnknown ? .unknown([1]) : .counter(.random(in: 1...9, using: &random))
    case .text: return isUnknown ? .unknown([7, 1, 2]) : text(key)
    case .register: return isUnknown ? .unknown([9]) : .register(word(orEmpty: true))
    case .set: return isUnknown ? .unknown([2, 0]) : set()
    case .presence:
      if isUnknown { return .unknown([7, 7]) }
      return .presence(Int.random(in: 0..<4, using: &random) == 0 ? .restored : .deleted)
    default: return .unknown([1])
    }
  }

  private mutating func word(orEmpty mayBeEmpty: Bool = false) -> String {
    let words = ["amber", "é", "e\u{301}", "brook", "cedar"] + (mayBeEmpty ? [""] : [])
    return words.randomElement(using: &random) ?? "amber"
  }

  private mutating func set() -> Operations {
    var added: Set<ExactString> = []
    var removed: Set<ExactString> = []
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let element = ExactString(word())
      if added.contains(element) || removed.contains(element) { continue }
      if Bool.random(using: &random) { added.insert(element) } else { removed.insert(element) }
    }
    return .set(added: added.sorted(), removed: removed.sorted())
  }

  private mutating func text(_ key: FieldKey) -> Operations {
    var shown: [Unicode.Scalar] = []
    if case .text(let field)? = states[key]?.value { shown = Array(field.text.unicodeScalars) }
    let before = shown
    var operations: [TextOperation] = []
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      if !shown.isEmpty, Int.random(in: 0..<5, using: &random) < 2 {
        let start = Int.random(in: 0..<shown.count, using: &random)
        let end = Int.random(in: start + 1...min(shown.count, start + 5), using: &random)
        shown.removeSubrange(start..<end)
        operations.append(.delete(position: start, count: end - start))
      } else {
        let position = Int.random(in: 0...shown.count, using: &random)
        let new = (0..<Int.random(in: 1...4, using: &random)).map { _ in nextScalar() }
        shown.insert(contentsOf: new, at: position)
        operations.append(.insert(position: position, text: Self.text(new)))
      }
    }
    hunks[key] = FieldHunk.hunks(from: before, to: shown)
    if Int.random(in: 0..<30, using: &random) == 0 {
      misfits.insert(key)
      operations.append(.delete(position: shown.count, count: 1))
    }
    return .text(operations)
  }

  private mutating func nextScalar() -> Unicode.Scalar {
    typed += 1
    return Unicode.Scalar(0xF0000 + typed) ?? "?"
  }

  private static func text(_ scalars: [Unicode.Scalar]) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
