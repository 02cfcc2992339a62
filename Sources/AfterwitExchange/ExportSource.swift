public import AfterwitDocument

/// What an export asks about the changes that an entry is made of; who exports reads the answers.
public protocol ExportSource {
  /// Who made a change, and when.
  func changeStamp(at index: Int) throws -> ChangeStamp

  /// The operations of a change on a field, byte for byte; none where it has none there.
  func operations(of index: Int, on key: FieldKey) throws -> [UInt8]
}
