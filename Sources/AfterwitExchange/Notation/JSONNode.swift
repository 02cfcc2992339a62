/// A value of a JSON text (RFC 8259); members keep their order.
indirect enum JSONNode: Hashable {
  case null
  case flag(Bool)
  /// A number as it is written.
  case number(String)
  case string(String)
  case list([JSONNode])
  case object([Member])

  /// A named value.
  struct Member: Hashable {
    let name: String
    let value: JSONNode
  }

  /// The value of a name; the last where there are several.
  subscript(_ name: String) -> JSONNode? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.name == name }?.value
  }

  /// The text, where it is one.
  var string: String? { if case .string(let text) = self { text } else { nil } }
  /// The truth, where it is one.
  var flag: Bool? { if case .flag(let flag) = self { flag } else { nil } }
  /// The values, where it is a list.
  var list: [JSONNode]? { if case .list(let list) = self { list } else { nil } }
  /// The members, where it is an object.
  var members: [Member]? { if case .object(let members) = self { members } else { nil } }

  /// The texts of a list of texts; none where it is anything else.
  var strings: [String] { list?.compactMap(\.string) ?? [] }
}
