public import Testing

/// A suite whose tests run on threads apart.
public struct ThreadsTrait: SuiteTrait, TestTrait, TestScoping {
  let threads: TestThreads

  /// Each test of the suite, not the suite as one.
  public let isRecursive = true

  /// Runs a test on the threads.
  public func provideScope(
    for test: Test, testCase: Test.Case?,
    performing function: @concurrent @Sendable () async throws -> Void
  ) async throws {
    try await withTaskExecutorPreference(threads) { try await function() }
  }
}

extension Trait where Self == ThreadsTrait {
  /// Computes for long: gives way to tests that wait for something.
  public static var patient: Self { ThreadsTrait(threads: .patient) }

  /// Measures time: nobody else's work comes between.
  public static var timely: Self { ThreadsTrait(threads: .timely) }
}
