import AfterwitCausality
import AfterwitDocument
import AfterwitEncoding
import AfterwitTestRandomness
import AfterwitText

/// Draws changes of every family, with every form of operation.
struct RandomChange {
  private var random: SeededGenerator

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
  }

  mutating func next() -> Change {
    var keys: Set<FieldKey> = []
    for _ in 0..<Int.random(in: 1...5, using: &random) {
      let key = FieldKey(entry: EntryID(from: &random), field: field())
      keys.insert(key)
      while key.field.family == .list, Bool.random(using: &random) {
        let element = ListElement(list: key.field, id: ElementID(from: &random))
        keys.insert(FieldKey(entry: key.entry, element: element, field: elementField()))
        if Bool.random(using: &random) { keys.remove(key) }
      }
    }
    var parents: Set<EnvelopeID> = []
    for _ in 0..<Int.random(in: 0...4, using: &random) {
      parents.insert(EnvelopeID((0..<32).map { _ in byte() }) ?? .zero)
    }
    return Change(
      timestamp: Timestamp(rawValue: random.next()), followsPredecessor: .random(using: &random),
      parents: Array(parents),
      blocks: keys.map { Change.Block(key: $0, operations: operations(on: $0)) })
  }

  private mutating func byte() -> UInt8 { .random(in: 0...255, using: &random) }

  private mutating func field() -> FieldName {
    let other: [UInt8] = [0, 1, 2, 3, 4, 5, 77, 255]
    if Int.random(in: 0..<3, using: &random) == 0 {
      let code = other.randomElement(using: &random) ?? 1
      return FieldName(storedName: "x-" + text(), familyCode: code)
    }
    return FieldName(CodedField.allCases.randomElement(using: &random) ?? .kind)
  }

  private mutating func elementField() -> FieldName {
    let other: [UInt8] = [0, 1, 2, 3, 4, 5, 6, 7, 77]
    if Int.random(in: 0..<3, using: &random) == 0 {
      return FieldName(
        storedName: "x-" + text(), familyCode: other.randomElement(using: &random) ?? 1)
    }
    return FieldName(ofElement: CodedElementField.allCases.randomElement(using: &random) ?? .what)
  }

  private mutating func operations(on key: FieldKey) -> Operations {
    switch key.field.family {
    case .list where key.element == nil: return .list(list())
    case .presence where key.element != nil: return .unknown([byte()])
    case .counter: return .counter(.random(in: 1...Int(Int32.max), using: &random))
    case .text:
      return .text(
        (0..<Int.random(in: 1...3, using: &random)).map { _ in
          let position = Int.random(in: 0...100_000, using: &random)
          if Bool.random(using: &random) { return .insert(position: position, text: "+" + text()) }
          return .delete(position: position, count: .random(in: 1...9000, using: &random))
        })
    case .register: return .register(text())
    case .set:
      var elements: Set<ExactString> = []
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        elements.insert(ExactString("#" + text()))
      }
      let sorted = elements.sorted()
      let middle = Int.random(in: 0...sorted.count, using: &random)
      return .set(added: Array(sorted[..<middle]), removed: Array(sorted[middle...]))
    case .presence: return .presence(Bool.random(using: &random) ? .deleted : .restored)
    default: return .unknown((0...Int.random(in: 0...9, using: &random)).map { _ in byte() })
    }
  }

  private mutating func list() -> ListEdits {
    func some(_ count: ClosedRange<Int>) -> [ElementID] {
      (0..<Int.random(in: count, using: &random)).map { _ in ElementID(from: &random) }
    }
    let marks = (some(0...2), some(0...2))
    let least = marks.0.isEmpty && marks.1.isEmpty ? 1 : 0
    return ListEdits(
      puts: (0..<Int.random(in: least...3, using: &random)).map { _ in
        ListEdits.Put(
          position: .random(in: 0...100_000, using: &random), elements: some(1...3),
          isMove: .random(using: &random))
      }, removed: marks.0, restored: marks.1)
  }

  private mutating func text() -> String {
    let scalars = Array("ab é\u{301}漢👍🏽\u{10FFFF}\0\r\n".unicodeScalars)
    var view = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...6, using: &random) {
      view.append(scalars.randomElement(using: &random) ?? "?")
    }
    return String(view)
  }
}
