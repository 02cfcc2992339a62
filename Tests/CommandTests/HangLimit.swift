import Foundation
import Testing

extension Trait where Self == TimeLimitTrait {
  /// Ends a test that hangs.
  ///
  /// Many run at once and share few cores: a test of seconds may take minutes then, and is right all
  /// the same. Where the environment sets how much the long ones do, that takes hours.
  static var hangLimit: Self {
    let amounts = ["AFTERWIT_ENTRIES", "AFTERWIT_KILLS", "AFTERWIT_ROUNDS"]
    let isLong = amounts.contains { ProcessInfo.processInfo.environment[$0] != nil }
    return .timeLimit(.minutes(isLong ? 240 : 30))
  }
}
