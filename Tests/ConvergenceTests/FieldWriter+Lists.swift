import AfterwitDocument
import AfterwitEncoding
import AfterwitTestRandomness

extension FieldWriter {
  private static let fields = [
    FieldName(ofElement: .what), FieldName(ofElement: .done),
    FieldName(storedName: "later", familyCode: 6),
  ]

  /// Keys of a list: itself, or fields of its elements, or both.
  mutating func keys(in list: FieldKey) -> Set<FieldKey> {
    var keys: Set<FieldKey> = Int.random(in: 0..<3, using: &random) > 0 ? [list] : []
    let known = elements(of: list)
    while keys.isEmpty || Int.random(in: 0..<3, using: &random) == 0 {
      let id =
        known.randomElement(using: &random)
        ?? ElementID([UInt8](repeating: .random(in: 1...3, using: &random), count: 10))
      guard let id, let field = Self.fields.randomElement(using: &random) else { break }
      keys.insert(
        FieldKey(
          entry: list.entry, element: ListElement(list: list.field, id: id), field: field))
    }
    return keys
  }

  /// Runs put in and moved, elements removed and brought back.
  mutating func list(_ key: FieldKey) -> Operations {
    var known = elements(of: key)
    var count = 0
    if case .list(let list)? = states[key]?.value { count = list.placeCount }
    var puts: [ListEdits.Put] = []
    for _ in 0..<Int.random(in: 0...2, using: &random) {
      let isMove = !known.isEmpty && Bool.random(using: &random)
      var run: [ElementID] = []
      if isMove {
        let start = Int.random(in: 0..<known.count, using: &random)
        let end = Int.random(in: start + 1...min(known.count, start + 3), using: &random)
        run = Array(known[start..<end])
        known.removeSubrange(start..<end)
      } else {
        run = (0..<Int.random(in: 1...3, using: &random)).map { _ in ElementID(from: &random) }
      }
      puts.append(
        ListEdits.Put(
          position: .random(in: 0...count, using: &random), elements: run, isMove: isMove))
      count += run.count
    }
    let all = elements(of: key)
    let marked = all.filter { _ in Int.random(in: 0..<6, using: &random) == 0 }
    let middle = Int.random(in: 0...marked.count, using: &random)
    if puts.isEmpty, marked.isEmpty || Int.random(in: 0..<30, using: &random) == 0 {
      puts = [ListEdits.Put(position: 0, elements: [ElementID(from: &random)], isMove: false)]
      count += 1
    }
    if Int.random(in: 0..<30, using: &random) == 0 {
      misfits.insert(key)
      puts.append(
        ListEdits.Put(position: count + 1, elements: [ElementID(from: &random)], isMove: true))
    }
    return .list(
      ListEdits(
        puts: puts, removed: Array(marked[..<middle]), restored: Array(marked[middle...])))
  }

  /// The elements that a list holds, removed ones too.
  private func elements(of list: FieldKey) -> [ElementID] {
    guard case .list(let field)? = states[list]?.value else { return [] }
    return field.elements.map(\.element)
  }
}
