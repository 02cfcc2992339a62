internal import AfterwitDocument
internal import AfterwitEncoding
internal import GRDB

internal import struct Foundation.Data

// Where a field lies in the table. A field of the entry itself has an empty list and element.
extension FieldKey {
  /// What a row of the field satisfies, given ``arguments``.
  static let condition = "entry = ? AND list = ? AND element = ? AND name = ? AND family = ?"

  /// The entry, and its list and element.
  var ownerArguments: StatementArguments {
    [Data(entry.bytes), element?.list.name.string ?? "", Data(element?.id.bytes ?? [])]
  }

  /// The values of a row's first columns.
  var arguments: StatementArguments {
    ownerArguments + [field.name.string, Int(field.familyCode)]
  }
}
