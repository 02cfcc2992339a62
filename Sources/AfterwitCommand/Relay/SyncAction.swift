internal import AfterwitDevice
internal import AfterwitSync

/// Exchanges what is new with the relay, both ways.
struct SyncAction: Hashable {
  /// Which home, and how to print and reach the relay.
  var invocation: Invocation
  /// How many seconds it may take.
  var timeout: Int?
  /// Whether to stay and go on.
  var watches = false

  /// Does it.
  func run() async throws {
    guard timeout ?? 1 > 0 else {
      throw CommandFailure.usage("--timeout takes a number of seconds, at least 1.")
    }
    let device = try invocation.openDevice()
    if watches { return try await watch(device) }
    let report = try await Connection.sync(
      device, timeout: sessionTime, insecure: invocation.insecure)
    try show(report, at: device)
    try report.check()
  }

  /// How long one session may take.
  var sessionTime: Duration { timeout.map { .seconds($0) } ?? Connection.sessionTime }

  /// Prints what a session did.
  func show(_ report: SyncReport, at device: Device) throws {
    let reviews = try device.openReviewCount()
    try invocation.print(documents: [JSONValue.document(report, reviews: reviews)], lines: [])
    invocation.talk([report.line] + OpenReviews.talk(reviews))
    for sentence in try report.sentences(naming: try device.devices()) {
      Output.talk(Escaping.oneLine(sentence))
    }
  }
}

extension SyncAction {
  /// Reads the arguments of a plain line; `nil` if the parser must read them.
  init?(plain arguments: ArraySlice<String>) {
    guard let plain = PlainArguments(arguments, values: ["--timeout"], flags: ["--watch"]),
      plain.words.isEmpty
    else { return nil }
    let timeout = plain.value("--timeout").map { Int($0) }
    if timeout == .some(nil) { return nil }
    self.init(
      invocation: plain.invocation, timeout: timeout ?? nil, watches: plain.has("--watch"))
  }
}
