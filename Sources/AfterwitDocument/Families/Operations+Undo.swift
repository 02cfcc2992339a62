internal import AfterwitEncoding

// Protocol/4-documents, "Operations of undo": a byte 0, then the ids of envelopes, ascending.
extension Operations {
  static func encode(undo changes: [EnvelopeID], into builder: inout ByteBuilder) {
    builder.append(0)
    for change in changes { builder.append(change) }
  }

  /// Reads which changes are taken back, or gives `nil` where they have a form that is not known yet.
  static func undo(_ cursor: inout ByteCursor) throws(DecodingFailure) -> Operations? {
    guard try cursor.readByte() == 0 else { return nil }
    var changes: [EnvelopeID] = []
    repeat {
      let start = cursor
      let change: EnvelopeID = try cursor.readIdentifier()
      if let last = changes.last, change <= last { throw start.failure(.notCanonical) }
      changes.append(change)
    } while !cursor.isAtEnd
    return .undo(changes)
  }
}
