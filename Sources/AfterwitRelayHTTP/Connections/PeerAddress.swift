internal import AfterwitEncoding
internal import Glibc

/// A network address as rates and connections count it.
struct PeerAddress: Hashable {
  /// The bytes: 4 or 16.
  let bytes: [UInt8]

  /// Reads an address in its usual form; an IPv4 address in an IPv6 one is that.
  init?(_ text: some StringProtocol) {
    let text = String(text)
    var four = [UInt8](repeating: 0, count: 4)
    if inet_pton(AF_INET, text, &four) == 1 {
      bytes = four
      return
    }
    var sixteen = [UInt8](repeating: 0, count: 16)
    guard inet_pton(AF_INET6, text, &sixteen) == 1 else { return nil }
    let isMapped = sixteen[..<12] == [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff]
    bytes = isMapped ? Array(sixteen[12...]) : sixteen
  }

  /// Reads one as a proxy writes it: perhaps in quotes, in brackets, with a port.
  init?(forwarded text: some StringProtocol) {
    var text = String(text.filter { $0 != "\"" && $0 != " " && $0 != "\t" })[...]
    if text.first == "[" {
      text = text.dropFirst().prefix { $0 != "]" }
    } else if text.count(where: { $0 == ":" }) == 1 {
      text = text.prefix { $0 != ":" }
    }
    self.init(text)
  }

  /// By what it is counted: an IPv4 address, or the half of an IPv6 address that names a network.
  var network: String { Hexadecimal.encode(bytes.prefix(8)) }
}
