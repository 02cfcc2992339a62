internal import Glibc

/// The program of the system that shows manual pages.
package enum ManualReader {
  /// Shows a page at the terminal; `false` where there is no such program, and nothing was shown.
  package static func shows(_ roff: String) -> Bool {
    guard let program = popen("command -v man >/dev/null || exit 127; exec man -l -", "w") else {
      return false
    }
    fputs(roff, program)
    let status = pclose(program)
    return status >> 8 != 127
  }
}
