internal import Subprocess

extension PlatformOptions {
  /// A child that is asked to end, then made to, when the tour ends before it.
  static var tour: PlatformOptions {
    var options = PlatformOptions()
    options.processGroupID = 0
    options.teardownSequence = [.gracefulShutDown(allowedDurationToNextStep: .seconds(5))]
    return options
  }
}
