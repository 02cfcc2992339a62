internal import AfterwitWire

extension RelayService {
  /// Whether the storage takes what is written to it, found out by writing.
  /// - Throws: ``RelayDenial``: `full` or `busy`.
  package func requireReady() async throws(RelayDenial) {
    try await write { try $0.touch() }
  }

  /// How many streams of events are listened to.
  package var streamCount: Int { listeners.count }

  /// Why the storage failed last, if that was not taken yet; for the operator only.
  package func takeTrouble() -> String? { troubles.take() }
}
