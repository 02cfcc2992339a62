internal import AfterwitDocument
internal import AfterwitJournal

/// The fields of each kind at hand, so that no table of them is made for each value.
struct ImportShapes {
  /// The longest value of a register, in bytes.
  static let valueLimit = 4096
  /// The longest element of a set, in bytes.
  static let elementLimit = 1024

  let title = FieldName(.title)
  let day = FieldName(.on)
  let time = FieldName("at", family: .register)
  let starred = FieldName(.starred)
  let tags = FieldName(.tags)
  let occasion = FieldName(.occasion)

  private let fields: [Kind: [FieldDefinition]]
  private let lists: [Kind: [ListDefinition]]
  private let standpoint: Standpoint

  /// The fields of all kinds.
  init(standpoint: Standpoint) {
    fields = Dictionary(uniqueKeysWithValues: Kind.allCases.map { ($0, $0.fields) })
    lists = Dictionary(uniqueKeysWithValues: Kind.allCases.map { ($0, $0.lists) })
    self.standpoint = standpoint
  }

  /// The field of a name, or `nil` where the kind has none.
  func field(_ name: String, of kind: Kind) -> FieldDefinition? {
    fields[kind]?.first { $0.name.name.string == name }
  }

  /// The list of a name, or `nil` where the kind has none.
  func list(_ name: String, of kind: Kind) -> ListDefinition? {
    lists[kind]?.first { $0.name.name.string == name }
  }

  /// How many bytes a value of a field may have.
  func limit(of definition: FieldDefinition) -> Int {
    switch definition.name.family {
    case .register: Self.valueLimit
    case .set: Self.elementLimit
    case .text, .presence, .counter, .list, .log, .undo, nil: .max
    }
  }

  /// A value as it is stored; `nil` where the field does not take it.
  func normalized(_ value: String, in definition: FieldDefinition) -> String? {
    switch definition.rule {
    case .entry, .origin:
      return value.utf8.count == 16 ? value : nil
    case .date:
      return Day(value)?.description
    case .words, .time, .cadence, .scale, .flag, .choice, .tag:
      guard definition.name.family != .text else { return value }
      let stored = try? definition.normalized(value, from: standpoint, direction: .past)
      return stored.flatMap { $0.utf8.count <= Self.valueLimit ? $0 : nil }
    }
  }
}
