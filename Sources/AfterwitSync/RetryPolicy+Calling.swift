internal import AfterwitWire

extension RetryPolicy {
  /// Makes one call to a relay, and repeats it while that may help and time is left.
  ///
  /// The call must do no more when it is made twice than when it is made once: an answer that was
  /// lost leaves open whether the relay had the request.
  /// - Throws: the ``RelayFailure`` of the last attempt, and `CancellationError`.
  public func calling<Value, Time: Clock<Duration>>(
    before deadline: Time.Instant, clock: Time, random: inout some RandomNumberGenerator,
    _ call: () async throws(RelayFailure) -> Value
  ) async throws -> Value {
    var attempt = 1
    while true {
      do throws(RelayFailure) {
        return try await call()
      } catch {
        guard let wait = wait(after: error, attempt: attempt, using: &random),
          clock.now.advanced(by: wait) < deadline
        else { throw error }
        attempt += 1
        try await clock.sleep(until: clock.now.advanced(by: wait), tolerance: nil)
      }
    }
  }
}
