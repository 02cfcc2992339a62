internal import AfterwitEncoding

/// A sum of what was counted: each change counts once, whoever made it, and nothing is ever taken off.
public struct Counter: Hashable, Sendable {
  /// The most that one change counts.
  package static let amountLimit = Int(Int32.max)

  /// The sum, which ends at the greatest number there is, in whatever order the changes came.
  public private(set) var sum: Int

  /// A counter that stands at a number.
  public init(sum: Int) {
    self.sum = sum
  }

  /// A counter at which nobody has counted.
  public init() { sum = 0 }
}

extension Counter: Family {
  var value: FieldState.Value { .counter(self) }

  init?(_ value: FieldState.Value) {
    guard case .counter(let counter) = value else { return nil }
    self = counter
  }

  static func operations(_ amount: Int) -> Operations { .counter(amount) }

  static func edits(in operations: Operations) -> Int? {
    if case .counter(let amount) = operations { amount } else { nil }
  }

  static func encode(_ amount: Int, into builder: inout ByteBuilder) {
    builder.append(0)
    builder.append(count: amount)
  }

  static func decodeEdits(_ cursor: inout ByteCursor) throws(DecodingFailure) -> Int? {
    guard try cursor.readByte() == 0 else { return nil }
    let start = cursor
    let amount = try cursor.readCount(limit: amountLimit)
    guard amount > 0 else { throw start.failure(.notCanonical) }
    try cursor.requireEnd()
    return amount
  }

  mutating func merge(_ amount: Int, at site: MergeSite, on shelf: inout some FieldShelf) throws
    -> MergedHistory?
  {
    let (sum, isOver) = sum.addingReportingOverflow(amount)
    self.sum = isOver ? .max : sum
    return nil
  }

  var view: FieldView? { sum > 0 ? .counter(sum) : nil }

  static func encode(shown sum: Int, into builder: inout ByteBuilder) {
    builder.append(count: sum)
  }

  static func decodeView(_ cursor: inout ByteCursor) throws(DecodingFailure) -> FieldView {
    .counter(try cursor.readCount(limit: .max))
  }

  func openParts(of field: FieldName) -> [OpenPart] { [] }

  func encode(into builder: inout ByteBuilder) {
    builder.append(count: sum)
  }

  init(decoding cursor: inout ByteCursor) throws(DecodingFailure) {
    self.init(sum: try cursor.readCount(limit: .max))
  }
}
