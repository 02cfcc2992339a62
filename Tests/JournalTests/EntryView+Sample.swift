import AfterwitCausality
import AfterwitDocument
import AfterwitEncoding

@testable import AfterwitJournal

extension EntryView {
  /// An entry that shows some values, for what counts entries.
  ///
  /// - Parameters:
  ///   - number: what its id and its time are made of.
  ///   - values: registers, texts and sets of one element by their names.
  ///   - lists: the elements of lists, each as its values by their names.
  static func sample(
    _ number: Int, _ kind: Kind = .reflection, _ values: [String: String] = [:],
    lists: [String: [[String: String]]] = [:], isDeleted: Bool = false
  ) -> EntryView {
    let id = EntryID((0..<10).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }) ?? .journal
    let time = Timestamp(milliseconds: UInt64(number), counter: 0)
    let own = values.compactMap { name, value in
      kind.field(named: name).map { ($0.name, view(value, of: $0.name)) }
    }
    let listed = lists.compactMap { name, elements in
      kind.list(named: name).map { list in
        (list.name, FieldView.list(elements.enumerated().map { element($1, $0, of: list) }))
      }
    }
    return EntryView(
      id: id, kindName: kind.rawValue, created: time, modified: time, isDeleted: isDeleted,
      fields: (own + listed).map { (name: $0.0, value: $0.1) }, openParts: [])
  }

  private static func element(
    _ values: [String: String], _ place: Int, of list: ListDefinition
  ) -> ElementView {
    let bytes = (0..<ElementID.byteCount).map { UInt8(truncatingIfNeeded: place >> (8 * $0)) }
    guard let id = ElementID(bytes) else { preconditionFailure("the bytes are an id's") }
    return ElementView(
      id: id,
      fields: values.compactMap { name, value in
        list.field(named: name).map {
          ElementView.Field(name: $0.name, value: view(value, of: $0.name))
        }
      })
  }

  private static func view(_ value: String, of name: FieldName) -> FieldView {
    switch name.family {
    case .text: .text(value)
    case .set: .set([value])
    default: .register(value, others: [])
    }
  }
}
