internal import Subprocess

extension PlatformOptions {
  /// A child process that is asked to end, and then forced to, if its parent goes on before it does.
  static var child: PlatformOptions {
    var options = PlatformOptions()
    options.processGroupID = 0
    options.teardownSequence = [.gracefulShutDown(allowedDurationToNextStep: .seconds(5))]
    return options
  }
}
