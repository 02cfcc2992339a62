internal import Subprocess

extension Arguments {
  /// A shell's arguments that make it become an executable.
  static func exec(_ executable: String, _ arguments: [String]) -> Arguments {
    Arguments(["-c", "exec \"$0\" \"$@\"", executable] + arguments)
  }
}
