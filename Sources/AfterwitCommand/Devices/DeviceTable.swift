internal import AfterwitDevice
internal import AfterwitEncoding

/// Devices as aligned lines: id, this one or not, when it wrote last, name, who let it in, and its clock
/// where that is far from this machine's.
struct DeviceTable {
  /// How the lines are dressed.
  let style: Style

  private func clock(of report: DeviceReport) -> String {
    guard let distance = report.clockDistance else { return "" }
    return style.bold("(clock \(TimeSpan(milliseconds: distance).relation))")
  }

  /// One line a device, in the order given.
  ///
  /// - Parameter isListed: whether a device has a line; all are known by name.
  func lines(
    _ reports: [DeviceReport], where isListed: (DeviceReport) -> Bool = { _ in true }
  ) -> [String] {
    let names = Dictionary(uniqueKeysWithValues: reports.map { ($0.device, $0.label) })
    return reports.filter(isListed).map { report in
      [
        style.bold(String(report.device.description.prefix(16))), report.isThis ? "this" : "    ",
        style.faint(
          (report.lastMilliseconds.map { Moment(milliseconds: $0).local } ?? "").padded(to: 16)),
        style.line(report.name ?? "(nothing read of it yet)"),
        report.sponsor.map {
          style.faint("let in by " + style.line(names[$0] ?? "the recovery secret"))
        } ?? "",
        report.isOut ? style.bold("(shut out)") : "",
        report.isFormer && !report.isOut ? style.faint("(this one before)") : "", clock(of: report),
      ].filter { !$0.isEmpty }.joined(separator: "  ")
    }
  }
}
