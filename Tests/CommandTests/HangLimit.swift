import AfterwitTestRandomness
import Testing

extension Trait where Self == TimeLimitTrait {
  /// Ends a test that hangs.
  ///
  /// Many run at once and share few cores: a test of seconds may take minutes then, and is right all
  /// the same. Where the environment sets how much the long ones do, that takes hours.
  static var hangLimit: Self {
    .timeLimit(.minutes(Effort.isLong ? 240 : 30))
  }
}
