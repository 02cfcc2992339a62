import AfterwitMeter

/// Two devices that have done their part of a story; one has yet to admit what the other did.
struct MergeScene {
  private let here: ListAuthor
  private let there: ListAuthor

  init(_ story: ListStory) throws {
    var here = try ListAuthor(device: 1, elements: story.elements)
    var there = here
    there.device = 2
    for step in story.devices[0] { try here.carryOut(step) }
    for step in story.devices[1] { try there.carryOut(step) }
    self.here = here
    self.there = there
  }

  /// How many bytes the bodies of all changes of one device have, but the first.
  var byteCount: Int { there.made.dropFirst().map(\.body.count).reduce(0, +) }

  /// Merges all changes of the other device, and tells how long the processor took, in ms.
  func merge() throws -> Double {
    var merged = here
    var last = 0
    let start = Moment.now
    for made in there.made.dropFirst() {
      let index = merged.changeCount
      try merged.admit(made, on: [last])
      last = index
    }
    return start.passed.cpu
  }
}
