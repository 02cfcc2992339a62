import Testing

extension Trait where Self == TimeLimitTrait {
  /// Ends a test that hangs.
  ///
  /// Many run at once and share few cores: a test of seconds may take minutes then, and is right all
  /// the same.
  static var hangLimit: Self { .timeLimit(.minutes(30)) }
}
