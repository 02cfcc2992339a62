internal import AfterwitDevice
internal import AfterwitEncoding

/// Devices as aligned lines: id, this one or not, when it wrote last, name.
struct DeviceTable {
  /// How the lines are dressed.
  let style: Style

  /// One line a device, in the order given.
  func lines(_ reports: [DeviceReport]) -> [String] {
    reports.map { report in
      [
        style.bold(String(report.device.description.prefix(16))), report.isThis ? "this" : "    ",
        style.faint(
          (report.lastMilliseconds.map { Moment(milliseconds: $0).local } ?? "").padded(to: 16)),
        style.line(report.name ?? "(nothing read of it yet)"),
      ].joined(separator: "  ")
    }
  }
}
