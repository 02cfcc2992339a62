/// `FIELD=VALUE`, split at the first equals sign.
struct FieldValue: Hashable {
  /// The field.
  let field: String
  /// The value, which may hold equals signs itself.
  let value: String

  /// Reads what follows `--set`, `--add` or `--remove`.
  init(_ argument: String) throws(CommandFailure) {
    guard let sign = argument.utf8.firstIndex(of: UInt8(ascii: "=")), sign > argument.startIndex
    else {
      throw .usage(
        "\"\(argument)\" is not FIELD=VALUE.", next: "Name the field first, for example: mood=3")
    }
    field = String(argument[..<sign])
    value = String(argument[argument.utf8.index(after: sign)...])
  }
}
