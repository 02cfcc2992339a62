internal import Glibc

/// The day on which the running program was built: its pages bear it, and none has to be kept up.
package enum BuildDay {
  /// The day, as `2026-11-30`, by the time of the program's file; that of the first second if unknown.
  package static var text: String {
    var file = stat()
    var day = tm()
    if stat("/proc/self/exe", &file) != 0 { file.st_mtim.tv_sec = 0 }
    gmtime_r(&file.st_mtim.tv_sec, &day)
    return [day.tm_year + 1900, day.tm_mon + 1, day.tm_mday]
      .map { ($0 < 10 ? "0" : "") + String($0) }.joined(separator: "-")
  }
}
