internal import AfterwitDevice
internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal

extension JSONValue {
  /// What differs between two versions of an entry, as `afterwit.diff/1`.
  static func document(_ difference: EntryDifference) -> JSONValue {
    .members([
      "schema": .string("afterwit.diff/1"),
      "entry": .string(difference.entry.id.text),
      "from": difference.first.map { JSONValue.object(members(of: $0)) } ?? .null,
      "to": .object(members(of: difference.last)),
      "parts": .list(difference.parts.map { part($0, of: difference.entry.kind) }),
    ])
  }

  private static func part(_ part: EntryDifference.Part, of kind: Kind?) -> JSONValue {
    let (before, after): (JSONValue?, JSONValue?)
    let turn: String
    switch part.turn {
    case .value(let old, let new):
      turn = "changed"
      (before, after) = (value(old, of: part, in: kind), value(new, of: part, in: kind))
    case .came(let element):
      turn = "came"
      (before, after) = (
        nil, element.map { value($0, in: part.field.flatMap { kind?.list(named: $0) }) }
      )
    case .went(let element):
      turn = "removed"
      (before, after) = (
        element.map { value($0, in: part.field.flatMap { kind?.list(named: $0) }) }, nil
      )
    case .moved:
      turn = "moved"
      (before, after) = (nil, nil)
    }
    return .members([
      "field": JSONValue(part.field),
      "item": JSONValue(part.item?.text),
      "item-field": JSONValue(part.itemField),
      "turn": .string(turn),
      "before": before ?? .null,
      "after": after ?? .null,
    ])
  }

  private static func value(
    _ view: FieldView?, of part: EntryDifference.Part, in kind: Kind?
  ) -> JSONValue? {
    guard let view else { return nil }
    guard part.item == nil, let field = part.field else { return JSONValue(view) }
    return JSONValue(view, of: field, in: kind)
  }

  private static func value(_ element: ElementView, in list: ListDefinition?) -> JSONValue {
    .object(members(of: element, in: list))
  }
}
