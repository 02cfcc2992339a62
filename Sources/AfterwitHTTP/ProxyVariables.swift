internal import Glibc

/// The variables of the environment that name a proxy for TLS; libcurl reads them itself.
enum ProxyVariables {
  private static let names = ["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"]

  /// Whether one of them is set; `no_proxy` may still take the relay out.
  static var isAnySet: Bool {
    names.contains { name in getenv(name).map { $0.pointee != 0 } ?? false }
  }
}
