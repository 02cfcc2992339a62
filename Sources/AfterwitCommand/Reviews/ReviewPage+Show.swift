internal import AfterwitDevice
internal import AfterwitJournal

extension ReviewPage {
  /// Prints the page of a review, and what a person may type next.
  static func show(
    _ found: FoundByName, namesPart: Bool, on device: Device, _ invocation: Invocation
  ) throws {
    switch found {
    case .open(let review):
      let page = ReviewPage(style: .standardOutput, review: review, namesPart: namesPart)
      try invocation.print(
        documents: JSONValue.documents(review),
        lines: [page.text(title: device.entry(review.entry).title)])
      invocation.talk([""] + page.nextSteps.map(wrapped))
    case .ended(let ended):
      let page = EndedReviewPage(style: .standardOutput, ended: ended)
      try invocation.print(
        documents: JSONValue.documents(ended),
        lines: [page.text(title: device.entry(ended.review.entry).title)])
      invocation.talk([""] + page.nextSteps.map(wrapped))
    }
  }

  private static func wrapped(_ line: String) -> String {
    DressedText(
      line, in: Style(escapes: false, colours: false, width: Output.talkWidth)
    ).text()
  }
}
