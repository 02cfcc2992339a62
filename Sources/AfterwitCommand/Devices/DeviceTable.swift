internal import AfterwitDevice
internal import AfterwitEncoding

/// Devices as aligned lines: id, this one or not, when it wrote last, name, and its clock where that
/// is far from this machine's.
struct DeviceTable {
  /// How the lines are dressed.
  let style: Style

  private func clock(of report: DeviceReport) -> String {
    guard let distance = report.clockDistance else { return "" }
    return style.bold("(clock \(TimeSpan(milliseconds: distance).relation))")
  }

  /// One line a device, in the order given.
  func lines(_ reports: [DeviceReport]) -> [String] {
    reports.map { report in
      [
        style.bold(String(report.device.description.prefix(16))), report.isThis ? "this" : "    ",
        style.faint(
          (report.lastMilliseconds.map { Moment(milliseconds: $0).local } ?? "").padded(to: 16)),
        style.line(report.name ?? "(nothing read of it yet)"),
        report.isOut ? style.bold("(shut out)") : "",
        report.isFormer && !report.isOut ? style.faint("(this one before)") : "", clock(of: report),
      ].filter { !$0.isEmpty }.joined(separator: "  ")
    }
  }
}
