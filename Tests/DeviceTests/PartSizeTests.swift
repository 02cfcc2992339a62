import Testing

@testable import AfterwitDevice

@Suite("How many envelopes are admitted at a time")
struct PartSizeTests {
  /// How many parts a page has where a part takes `fixed` and so much for each of its envelopes.
  private func parts(of page: Int, fixed: Duration, each: Duration) -> (
    count: Int, longest: Duration
  ) {
    var size = PartSize()
    var (done, count, longest) = (0, 0, Duration.zero)
    while done < page {
      let part = min(size.count, page - done)
      let time = fixed + each * part
      size.note(time, of: part)
      (done, count, longest) = (done + part, count + 1, max(longest, time))
    }
    return (count, longest)
  }

  @Test("What takes long whatever the number is not paid for at each envelope [AW-SYNC-17]")
  func fixed() {
    let slow = parts(of: 4096, fixed: .seconds(1), each: .zero)
    #expect(slow.count < 24)
    let mixed = parts(of: 4096, fixed: .milliseconds(600), each: .milliseconds(1))
    #expect(mixed.count < 40)
  }

  @Test("What takes long for each comes in small parts [AW-SYNC-17]")
  func proportional() {
    let each = parts(of: 512, fixed: .zero, each: .milliseconds(100))
    // The first part is the longest; those after it come down to half a second.
    #expect(each.longest == .milliseconds(6400) && each.count > 64)
    let quick = parts(of: 4096, fixed: .zero, each: .microseconds(10))
    #expect(quick.count < 10)
  }
}
