internal import AfterwitDevice
internal import AfterwitEncoding
internal import AfterwitJournal
internal import ArgumentParser

/// `afterwit onthisday`.
struct OnThisDayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "onthisday", abstract: "Shows what was on this day in earlier years.",
    discussion: """
      Private entries are left out.

      For example:
        afterwit onthisday
      """)

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let device = try options.openDevice()
    let entries = try device.onThisDay()
    let style = Style.standardOutput
    try options.invocation.print(
      documents: entries.map { entry in
        JSONValue.document(
          entry, verb: "list", reviews: try device.openReviewIDs(of: entry))
      },
      lines: entries.map { entry in
        let day = entry.eventDay?.description ?? Moment(entry.created).localDay
        let head = "\(entry.id.shortText)  \(day)  "
        return style.bold(entry.id.shortText) + "  " + style.faint(day) + "  "
          + style.line(entry.title, within: style.width.map { max(8, $0 - head.count) })
      })
    options.invocation.talk(
      entries.isEmpty ? ["Nothing was written of this day in earlier years."] : [])
  }
}
