internal import AfterwitRelay
internal import AfterwitRelayHTTP
internal import AfterwitRelaySQLite
internal import ArgumentParser
internal import Glibc
internal import Logging

/// `afterwit-relay serve`: answers until SIGTERM or SIGINT.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Serves journals over HTTP until SIGTERM or SIGINT.")

  @OptionGroup var location: DataOption

  @Option(name: .long, help: "The address and port to listen on; port 0 takes a free one.")
  var listen = "127.0.0.1:8787"

  @Option(name: .long, help: "The file to write the port to, once the relay listens.")
  var portFile: String?

  @Option(
    name: .long,
    help: "After how many seconds of silence a waiting device is written to, for impatient proxies."
  )
  var heartbeat = 15

  func run() async throws {
    guard 1...30 ~= heartbeat else { throw ValidationError("--heartbeat takes 1 to 30 seconds.") }
    guard let address = ListenAddress(listen) else {
      throw ValidationError("--listen needs HOST:PORT, as in 127.0.0.1:8787.")
    }
    let folder = try location.folder
    let logger = Self.makeLogger()
    if !address.isLoopback {
      logger.warning(
        "listening beyond this machine without TLS: put a proxy with TLS in front",
        metadata: ["listen": "\(address.text)"])
    }
    let storage = try Self.open(folder)
    let server = RelayServer(
      service: RelayService(storage: storage, environment: .system), host: address.host,
      port: address.port, logger: logger,
      patience: RelayPatience(heartbeat: Int64(heartbeat) * 1000)
    ) { [portFile] port in
      Self.announce(address.with(port: port), portFile: portFile)
    }
    do {
      try await server.runUntilSignal()
      try storage.close()
    } catch {
      throw RelayCommandFailure(
        what: "The relay cannot serve on \(address.text): \(error)",
        safe: "What it holds is safe on disk.",
        next: "Try another port: afterwit-relay serve --listen \(address.with(port: 0).text)")
    }
  }

  private static func makeLogger() -> Logger {
    LoggingSystem.bootstrap { StreamLogHandler.standardError(label: $0) }
    return Logger(label: "afterwit-relay")
  }

  private static func open(_ folder: String) throws -> SQLiteStorage {
    do {
      return try SQLiteStorage(folder: folder, environment: .system)
    } catch {
      throw RelayCommandFailure(storage: error, folder: folder)
    }
  }

  /// The port file first, so that it is there for whoever has read the line.
  private static func announce(_ address: ListenAddress, portFile: String?) {
    if let portFile, !PortFile.write(address.port, to: portFile) {
      let reason = String(cString: strerror(errno))
      let failure = RelayCommandFailure(
        what: "The port file \(portFile) cannot be written: \(reason)",
        safe: "Nothing was changed.", next: "Name another: --port-file FILE")
      Terminal.talk(failure.lines)
      Glibc.exit(1)
    }
    Terminal.say("listening on http://\(address.text)")
  }
}
