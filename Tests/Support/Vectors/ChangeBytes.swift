// The body of a change as Protocol/4-documents lays it out, assembled part by part from the plain
// encodings. Nothing is sorted or checked here, so that a body can be wrong where one must be.

/// A change whose every byte can be chosen.
struct ChangeBytes: Sendable {
  /// A field: a code of a table, or a name and a family written out.
  enum Field {
    case coded(Int)
    case named(String, family: UInt8)

    var bytes: [UInt8] {
      switch self {
      case .coded(let code): PlainEncoder.varint(UInt64(code))
      case .named(let name, let family):
        [0] + PlainEncoder.blob(Array(name.utf8)) + [family]
      }
    }

    /// The name, by the table of entries' or elements' fields.
    func name(in table: [(String, Int)]) -> String {
      switch self {
      case .coded(let code): table[code - 1].0
      case .named(let name, _): name
      }
    }

    /// The family, by the table of entries' or elements' fields.
    func family(in table: [(String, Int)]) -> Int {
      switch self {
      case .coded(let code): table[code - 1].1
      case .named(_, let family): Int(family)
      }
    }
  }

  /// The field of what is taken back.
  static var undoField: Field { .named("undo", family: 8) }

  /// The name of a hunk.
  struct Hunk {
    var envelope: [UInt8]
    var number: UInt64

    init(_ envelope: [UInt8], _ number: UInt64) {
      (self.envelope, self.number) = (envelope, number)
    }
  }

  /// One edit of a text.
  enum Edit {
    case insert(at: UInt64, String)
    case delete(at: UInt64, UInt64)
    case answer([Hunk])
    case same

    var bytes: [UInt8] {
      switch self {
      case .insert(let position, let text):
        PlainEncoder.varint(position * 4) + PlainEncoder.blob(Array(text.utf8))
      case .delete(let position, let count):
        PlainEncoder.varint(position * 4 + 1) + PlainEncoder.varint(count)
      case .answer(let hunks):
        PlainEncoder.varint(UInt64(hunks.count) * 4 + 2)
          + hunks.flatMap { $0.envelope + PlainEncoder.varint($0.number) }
      case .same: PlainEncoder.varint(3)
      }
    }
  }

  /// One operation on a list itself.
  enum ListEdit {
    case insert(at: UInt64, [[UInt8]])
    case move(to: UInt64, [[UInt8]])
    case remove([[UInt8]])
    case restore([[UInt8]])
    case unknown([UInt8])

    var bytes: [UInt8] {
      func elements(_ head: UInt64, _ elements: [[UInt8]]) -> [UInt8] {
        PlainEncoder.varint(head) + PlainEncoder.varint(UInt64(elements.count))
          + Array(elements.joined())
      }
      return switch self {
      case .insert(let position, let ids): elements(position * 4, ids)
      case .move(let position, let ids): elements(position * 4 + 1, ids)
      case .remove(let ids): elements(2, ids)
      case .restore(let ids): elements(6, ids)
      case .unknown(let bytes): bytes
      }
    }
  }

  /// What is done to a field of an element.
  struct ElementEdit: Sendable {
    var element: [UInt8]
    var field: Field
    var content: Content

    init(_ element: [UInt8], _ field: Field, _ content: Content) {
      (self.element, self.field, self.content) = (element, field, content)
    }
  }

  /// What is done to a field.
  indirect enum Content: Sendable {
    case text([Edit])
    case register(String)
    case set([(element: String, isAdded: Bool)])
    case counter(UInt64)
    /// The operations on the list itself, and those on fields of its elements.
    case list([ListEdit], [ElementEdit])
    case presence(UInt8)
    /// The ids of what is taken back.
    case undo([[UInt8]])
    case unknown([UInt8])

    var bytes: [UInt8] {
      switch self {
      case .text(let edits): edits.flatMap(\.bytes)
      case .register(let value): [0] + PlainEncoder.blob(Array(value.utf8))
      case .set(let elements):
        elements.flatMap { item in
          [item.isAdded ? 0 : 1] + PlainEncoder.blob(Array(item.element.utf8))
        }
      case .counter(let amount): [0] + PlainEncoder.varint(amount)
      case .list(let edits, let fields):
        PlainEncoder.blob(edits.flatMap(\.bytes))
          + fields.flatMap { $0.element + $0.field.bytes + PlainEncoder.blob($0.content.bytes) }
      case .presence(let presence): [presence]
      case .undo(let ids): [0] + Array(ids.joined())
      case .unknown(let bytes): bytes
      }
    }
  }

  var timestamp: UInt64 = 0x0190_0000_0000_0000
  var followsPredecessor = false
  var parents: [[UInt8]] = []
  var blocks: [(entry: [UInt8], field: ChangeBytes.Field, content: ChangeBytes.Content)] = []

  /// Timestamp, count of parents with the flag in its lowest bit, parents.
  var prefix: [UInt8] {
    PlainEncoder.integer(timestamp, width: 64)
      + PlainEncoder.varint(UInt64(parents.count * 2 + (followsPredecessor ? 1 : 0)))
      + Array(parents.joined())
  }

  /// The prefix, then each block: entry, field, its operations as a blob.
  var body: [UInt8] {
    prefix + Array(blocks.map { Self.block($0.entry, $0.field, $0.content.bytes) }.joined())
  }

  static func block(_ entry: [UInt8], _ field: Field, _ content: [UInt8]) -> [UInt8] {
    entry + field.bytes + PlainEncoder.blob(content)
  }
}
