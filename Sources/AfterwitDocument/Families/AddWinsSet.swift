internal import AfterwitEncoding

/// A set in which an element is present while some add of it has no remove after it.
///
/// A remove takes away the adds it had seen; an add made elsewhere at the same time stays.
public struct AddWinsSet: Hashable, Sendable {
  /// The longest element, in bytes of UTF-8.
  package static let elementLimit = 1024

  /// For each element that is present, the indices of the changes whose adds stand.
  public private(set) var adds: [ExactString: [Int]]

  /// A set of given adds.
  public init(adds: [ExactString: [Int]]) {
    self.adds = adds
  }

  /// A set to which nobody has added anything.
  public init() { adds = [:] }

  /// The elements that are present, ascending by bytes.
  public var elements: [ExactString] { adds.keys.sorted() }
}

extension AddWinsSet: Family {
  /// Elements added and removed, each named once.
  struct Edits {
    var added: [ExactString] = []
    var removed: [ExactString] = []
  }

  var value: FieldState.Value { .set(self) }

  init?(_ value: FieldState.Value) {
    guard case .set(let set) = value else { return nil }
    self = set
  }

  static func operations(_ edits: Edits) -> Operations {
    .set(added: edits.added, removed: edits.removed)
  }

  static func edits(in operations: Operations) -> Edits? {
    guard case .set(let added, let removed) = operations else { return nil }
    return Edits(added: added, removed: removed)
  }

  static func encode(_ edits: Edits, into builder: inout ByteBuilder) {
    let elements = edits.added.map { ($0, UInt8(0)) } + edits.removed.map { ($0, UInt8(1)) }
    for (element, tag) in elements.sorted(by: { $0.0 < $1.0 }) {
      builder.append(tag)
      builder.append(string: element.string)
    }
  }

  static func decodeEdits(_ cursor: inout ByteCursor) throws(DecodingFailure) -> Edits? {
    var edits = Edits()
    var last: ExactString?
    repeat {
      let start = cursor
      let tag = try cursor.readByte()
      guard tag <= 1 else { return nil }
      let element = ExactString(try cursor.readString(limit: elementLimit))
      if let last, element <= last { throw start.failure(.notCanonical) }
      guard !element.string.utf8.isEmpty else { throw start.failure(.notCanonical) }
      last = element
      if tag == 0 { edits.added.append(element) } else { edits.removed.append(element) }
    } while !cursor.isAtEnd
    return edits
  }

  mutating func merge(_ edits: Edits, at site: MergeSite, on shelf: inout some FieldShelf) throws
    -> MergedHistory?
  {
    for element in edits.removed {
      adds[element] = try adds[element]?.filter { try !site.covers($0, on: &shelf) }
      if adds[element]?.isEmpty == true { adds[element] = nil }
    }
    for element in edits.added {
      let concurrent = try adds[element]?.filter { try !site.covers($0, on: &shelf) } ?? []
      adds[element] = concurrent + [site.stamp.index]
    }
    return nil
  }

  var view: FieldView? { adds.isEmpty ? nil : .set(elements.map(\.string)) }

  static func encode(shown: [String], into builder: inout ByteBuilder) {
    builder.append(strings: shown)
  }

  static func decodeView(_ cursor: inout ByteCursor) throws(DecodingFailure) -> FieldView {
    .set(try cursor.readStrings())
  }

  func openParts(of field: FieldName) -> [OpenPart] { [] }

  func encode(into builder: inout ByteBuilder) {
    builder.append(count: adds.count)
    for (element, adds) in adds.sorted(by: { $0.key < $1.key }) {
      builder.append(string: element.string)
      builder.append(list: adds)
    }
  }

  init(decoding cursor: inout ByteCursor) throws(DecodingFailure) {
    adds = [:]
    for _ in 0..<(try cursor.readCount(limit: Int(Int32.max))) {
      let element = ExactString(try cursor.readString(limit: Self.elementLimit))
      adds[element] = try cursor.readList()
    }
  }
}
