/// The hosts that a connection reaches without leaving this machine: `localhost`, 127.0.0.0/8, `::1`.
public enum Loopback {
  /// Whether a host is one of them, in any case; an IPv6 address may stand in brackets.
  ///
  /// Only these spellings count. A name that merely begins like one (`127.evil.example`) can lead
  /// anywhere, and another spelling, an IPv4-mapped address for instance, is treated with the
  /// caution that a distant host needs.
  public static func contains(_ host: String) -> Bool {
    let name = host.lowercased()
    if name == "localhost" || name == "::1" || name == "[::1]" { return true }
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127" && parts.allSatisfy(isByte)
  }

  /// Whether a text is a number from 0 to 255 in digits; `UInt8` alone would take a sign too.
  private static func isByte(_ text: Substring) -> Bool {
    text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      && UInt8(text) != nil
  }
}
