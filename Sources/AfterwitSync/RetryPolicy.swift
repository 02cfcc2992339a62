internal import AfterwitWire

/// When a failed call is repeated: after a random wait, whose bound doubles with each attempt.
///
/// The wait before attempt n+1 is uniform in 0...min(cap, base·2ⁿ), which spreads devices that
/// failed together (https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/). A
/// relay may ask for a longer wait (`Retry-After`), which is then the least.
public struct RetryPolicy: Hashable, Sendable {
  /// How often one call is made at most, the first time included.
  public var attempts: Int
  /// The bound of the first wait.
  public var base: Duration
  /// The bound of every wait.
  public var cap: Duration

  /// A policy of given bounds.
  public init(
    attempts: Int = 4, base: Duration = .milliseconds(250), cap: Duration = .seconds(8)
  ) {
    self.attempts = attempts
    self.base = base
    self.cap = cap
  }

  /// How long to wait after the failure of a given attempt, from 1; `nil` to give up.
  public func wait(
    after failure: RelayFailure, attempt: Int, using random: inout some RandomNumberGenerator
  ) -> Duration? {
    guard attempt < attempts, let floor = Self.floor(of: failure) else { return nil }
    return floor + pause(afterAttempt: attempt, using: &random)
  }

  /// A random wait after a given attempt, from 1.
  func pause(
    afterAttempt attempt: Int, using random: inout some RandomNumberGenerator
  ) -> Duration {
    let bound = min(cap, base * (1 << min(attempt - 1, 20)))
    let milliseconds = max(0, Int64(bound / .milliseconds(1)))
    return .milliseconds(Int64.random(in: 0...milliseconds, using: &random))
  }

  /// The least wait after a failure that may pass; `nil` if repeating the call cannot help.
  private static func floor(of failure: RelayFailure) -> Duration? {
    switch failure {
    case .unreachable(let obstacle): obstacle.mayPass ? .zero : nil
    case .refused(.busy, let seconds), .refused(.tooMany, let seconds): .seconds(seconds ?? 0)
    case .notARelay, .otherKey, .overQuota, .shutOut, .refused: nil
    }
  }
}
