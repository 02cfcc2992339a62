internal import AfterwitEncoding
internal import AfterwitJournal

extension FieldEdit {
  func encode(into builder: inout ByteBuilder) {
    let (code, field, value): (UInt8, String, String) =
      switch self {
      case .set(let field, let value): (0, field, value)
      case .add(let field, let value): (1, field, value)
      case .remove(let field, let value): (2, field, value)
      case .replace(let field, let text): (3, field, text)
      case .append(let field, let text): (4, field, text)
      }
    builder.append(code)
    builder.append(string: field)
    builder.append(string: value)
  }

  init(decoding cursor: inout ByteCursor) throws(DecodingFailure) {
    let start = cursor
    let code = try cursor.readByte()
    let field = try cursor.readString(limit: cursor.remaining)
    let value = try cursor.readString(limit: cursor.remaining)
    switch code {
    case 0: self = .set(field: field, value: value)
    case 1: self = .add(field: field, value: value)
    case 2: self = .remove(field: field, value: value)
    case 3: self = .replace(field: field, text: value)
    case 4: self = .append(field: field, text: value)
    default: throw start.failure(.unknownValue)
    }
  }
}
