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

  @Option(
    name: .long,
    help: ArgumentHelp(
      "An address that devices dial, to refuse what was signed for another; may be given again.",
      valueName: "url"))
  var address: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "A proxy, or a network of them, whose word for who sent a request is taken; may be given again.",
      valueName: "address[/bits]"))
  var trustedProxy: [String] = []

  @Option(name: .long, help: "The field in which they say it: x-forwarded-for or forwarded.")
  var proxyField = "x-forwarded-for"

  @Option(name: .long, help: "The file to write the port to, once the relay listens.")
  var portFile: String?

  @Option(
    name: .long,
    help: "After how many seconds of silence a waiting device is written to, for impatient proxies."
  )
  var heartbeat = 15

  @Option(
    name: .long,
    help: ArgumentHelp(
      "An address and port of its own on which figures are told as OpenMetrics.",
      valueName: "host:port"))
  var metrics: String?

  @OptionGroup var bounds: QuotaOptions

  func run() async throws {
    guard 1...30 ~= heartbeat else { throw ValidationError("--heartbeat takes 1 to 30 seconds.") }
    guard let place = ListenAddress(listen) else {
      throw ValidationError("--listen needs HOST:PORT, as in 127.0.0.1:8787.")
    }
    let addresses = try address.map { text in
      guard let own = OwnAddress(text) else {
        throw ValidationError("--address needs a URL, as in https://relay.example.")
      }
      return own.forms
    }
    guard let field = TrustedProxies.Field(rawValue: proxyField.lowercased()) else {
      throw ValidationError("--proxy-field takes x-forwarded-for or forwarded.")
    }
    guard let proxies = TrustedProxies(trustedProxy, field: field) else {
      throw ValidationError("--trusted-proxy needs an address, as in 127.0.0.1 or 10.0.0.0/8.")
    }
    let watching = try metrics.map { text in
      guard let place = ListenAddress(text) else {
        throw ValidationError("--metrics needs HOST:PORT, as in 127.0.0.1:8788.")
      }
      return place
    }
    let quota = try bounds.quota.filled(from: RelayLimits.quota)
    let folder = try location.folder
    let logger = Self.makeLogger()
    if let watching, !watching.isLoopback {
      logger.warning(
        "telling figures beyond this machine to whoever asks",
        metadata: ["metrics": "\(watching.text)"])
    }
    if !place.isLoopback {
      logger.warning(
        "listening beyond this machine without TLS: put a proxy with TLS in front",
        metadata: ["listen": "\(place.text)"])
    }
    let storage = try Self.open(folder)
    let server = RelayServer(
      service: RelayService(
        storage: storage, environment: .system,
        addresses: addresses.reduce(into: []) { $0.formUnion($1) }, quota: quota),
      host: place.host,
      port: place.port, logger: logger,
      patience: RelayPatience(heartbeat: Int64(heartbeat) * 1000), proxies: proxies,
      metrics: watching.map { place in
        MetricsPlace(host: place.host, port: place.port) { port in
          logger.notice(
            "telling figures",
            metadata: ["metrics": "http://\(place.with(port: port).text)/metrics"])
        }
      }
    ) { [portFile] port in
      Self.announce(place.with(port: port), portFile: portFile)
    }
    do {
      try await server.runUntilSignal()
      try storage.close()
    } catch let failure as MetricsFailure {
      throw RelayCommandFailure(
        what: "The figures cannot be told on \(watching?.text ?? ""): \(failure.cause)",
        safe: "What the relay holds is safe on disk.",
        next: "Try another port: afterwit-relay serve --metrics 127.0.0.1:0")
    } catch {
      throw RelayCommandFailure(
        what: "The relay cannot serve on \(place.text): \(error)",
        safe: "What it holds is safe on disk.",
        next: "Try another port: afterwit-relay serve --listen \(place.with(port: 0).text)")
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
