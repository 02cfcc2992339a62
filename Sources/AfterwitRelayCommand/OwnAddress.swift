/// An address by which devices dial this relay, in all forms in which they say it.
struct OwnAddress {
  /// The forms: without a slash at the end, scheme and host in lower case, and the port of its scheme
  /// both named and not.
  let forms: Set<String>

  /// Reads `https://HOST[:PORT][/PATH]`, or the same with `http`.
  init?(_ text: String) {
    guard let separator = text.firstRange(of: "://") else { return nil }
    let scheme = text[..<separator.lowerBound].lowercased()
    guard let port = ["https": ":443", "http": ":80"][scheme] else { return nil }
    let rest = text[separator.upperBound...]
    let authority = rest.prefix { $0 != "/" }
    var path = rest[authority.endIndex...]
    while path.last == "/" { path.removeLast() }
    guard !authority.isEmpty, rest.utf8.allSatisfy({ (0x21...0x7e).contains($0) }),
      !rest.contains(where: { "?#@\\".contains($0) })
    else { return nil }
    let host = authority.lowercased()
    let names = host.hasSuffix(port) ? String(host.dropLast(port.count)) : host
    let hasPort =
      names.drop { $0 != "]" }.contains(":") || (!names.hasPrefix("[") && names.contains(":"))
    forms = Set((hasPort ? [names] : [names, names + port]).map { "\(scheme)://\($0)\(path)" })
  }
}
