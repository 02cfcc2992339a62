internal import Glibc

/// The machine that the command runs on.
enum Machine {
  /// Its host name, up to the first dot.
  static var name: String {
    var buffer = [CChar](repeating: 0, count: 256)
    guard gethostname(&buffer, buffer.count - 1) == 0 else { return "device" }
    let name = buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    let short = String(decoding: name, as: UTF8.self).prefix { $0 != "." }
    return short.isEmpty ? "device" : String(short)
  }

  /// The path of the running executable.
  static var executable: String {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    let bytes = buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The path of another executable, which lies beside the running one.
  static func executable(named name: String) -> String {
    let own = executable
    return own[..<(own.lastIndex(of: "/") ?? own.startIndex)] + "/" + name
  }
}
