internal import Glibc

/// Sockets on this machine, for servers that tests run themselves.
enum Loopback {
  /// A socket that listens on a free port, and that port.
  static func listen() throws -> (socket: Int32, port: UInt16) {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let port: UInt16? = withAddress(port: 0) { address in
      bind(listener, address, length) == 0 && Glibc.listen(listener, 16) == 0
        && getsockname(listener, address, &length) == 0
        ? UnsafeRawPointer(address).load(as: sockaddr_in.self).sin_port : nil
    }
    guard let port else { throw POSIXFailure(number: errno) }
    return (listener, UInt16(bigEndian: port))
  }

  /// A socket that is connected to a port; `nil` if nobody listens there.
  static func connect(to port: UInt16) -> Int32? {
    let client = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    let isConnected = withAddress(port: port) { address in
      Glibc.connect(client, address, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
    }
    guard !isConnected else { return client }
    close(client)
    return nil
  }

  /// Sends bytes; `false` where nobody reads any more.
  static func send(_ bytes: [UInt8], to connection: Int32) -> Bool {
    bytes.withUnsafeBytes {
      Glibc.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) > 0
    }
  }

  /// What comes next; empty where the connection has ended.
  static func receive(from connection: Int32) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = recv(connection, &bytes, bytes.count, 0)
    return Array(bytes.prefix(max(0, count)))
  }

  private static func withAddress<Value>(
    port: UInt16, _ body: (UnsafeMutablePointer<sockaddr>) -> Value
  ) -> Value {
    var name = sockaddr_in()
    name.sin_family = sa_family_t(AF_INET)
    name.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    name.sin_port = port.bigEndian
    return withUnsafeMutablePointer(to: &name) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1, body)
    }
  }
}
