internal import AfterwitCausality
internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitExchange

extension JSONValue {
  /// Everything of an entry, as `afterwit.export/1`.
  static func document(_ entry: EntryExport) -> JSONValue {
    .members([
      "schema": .string("afterwit.export/1"),
      "journal": .string(entry.journal.description),
      "id": .string(entry.id.text),
      "kind": .string(entry.kind),
      "created": moment(entry.created),
      "modified": moment(entry.modified),
      "deleted": .flag(entry.isDeleted),
      "deletions": .list(entry.deletions.map { mark($0) }),
      "fields": .list(entry.fields.map { field($0) }),
      "devices": .list(
        entry.deviceNames.sorted { $0.key < $1.key }.map { device, name in
          .members(["device": .string(device.description), "name": .string(name)])
        }),
    ])
  }

  private static func field(_ field: EntryExport.Field) -> JSONValue {
    var members = [Member(name: "name", value: .string(field.name))]
    let family = FieldFamily(rawValue: field.family).map { "\($0)" } ?? String(field.family)
    members.append(Member(name: "family", value: .string(family)))
    switch field.value {
    case .text(let text, let last):
      members.append(Member(name: "text", value: .string(text)))
      members.append(Member(name: "last", value: .list(last.map { mark($0) })))
    case .register(let values):
      let list = values.map { value, mark in
        JSONValue.members(["value": .string(value), "written": Self.mark(mark)])
      }
      members.append(Member(name: "values", value: .list(list)))
    case .set(let elements):
      let list = elements.map { element, marks in
        JSONValue.members([
          "element": .string(element), "added": .list(marks.map { Self.mark($0) }),
        ])
      }
      members.append(Member(name: "elements", value: .list(list)))
    case .counter(let sum):
      members.append(Member(name: "sum", value: .integer(sum)))
    case .list(let elements):
      let list = elements.map { element in
        JSONValue.members([
          "id": .string(element.id.text), "deleted": .flag(!element.deletions.isEmpty),
          "deletions": .list(element.deletions.map { mark($0) }),
          "fields": .list(element.fields.map { Self.field($0) }),
        ])
      }
      members.append(Member(name: "list", value: .list(list)))
    case .unknown:
      break
    }
    if !field.foreign.isEmpty {
      let list = field.foreign.map { foreign in
        JSONValue.members([
          "operations": .string(Hexadecimal.encode(foreign.operations)),
          "written": mark(foreign.mark),
        ])
      }
      members.append(Member(name: "not-understood", value: .list(list)))
    }
    return .object(members)
  }

  private static func mark(_ mark: EntryExport.Mark) -> JSONValue {
    .members([
      "at": moment(mark.timestamp),
      "device": .string(mark.device.description),
      "change": .string(mark.change.description),
    ])
  }

  private static func moment(_ timestamp: Timestamp) -> JSONValue {
    .string(Moment(timestamp).iso8601)
  }
}
