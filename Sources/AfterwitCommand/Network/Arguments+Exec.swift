internal import Subprocess

extension Arguments {
  /// The arguments that make a shell replace itself by an executable.
  static func exec(_ executable: String, _ arguments: [String]) -> Arguments {
    Arguments(["-c", "exec \"$0\" \"$@\"", executable] + arguments)
  }
}
