internal import AfterwitEncoding

// Where the pages lie, how they are opened and closed, divided and joined.
extension ScalarBuffer {
  /// The position at which the open page ends.
  @inline(__always)
  var end: Int { count - behind }

  /// The places in memory of the open page's bytes before the gap.
  @inline(__always)
  var head: Range<Int> { slot.lowerBound..<gapStart }

  /// The places in memory of the open page's bytes behind the gap.
  @inline(__always)
  var tail: Range<Int> { gapEnd..<slot.upperBound }

  /// By how much the starts of the pages behind the open one lag.
  private var lag: Int { open + 1 < pages.count ? end - pages[open + 1].start : 0 }

  /// The positions of a closed page's scalars.
  func positions(ofClosed place: Int) -> Range<Int> {
    let lag = place > open ? lag : 0
    let end =
      place + 1 == open ? before : place + 1 < pages.count ? pages[place + 1].start + lag : count
    return pages[place].start + lag..<end
  }

  /// The place of the last page that begins at a position or before.
  func page(at position: Int) -> Int { page(at: position, lag: lag) }

  private func page(at position: Int, lag: Int) -> Int {
    let next = open + 1
    return next == pages.count || position < pages[next].start + lag
      ? pages[..<next].lastIndex(notBeyond: position, by: \.start)
      : pages[next...].lastIndex(notBeyond: position - lag, by: \.start)
  }

  /// Moves the gap to a position.
  mutating func moveGap(to position: Int) {
    precondition(0 <= position && position <= count, "edits beyond the text")
    if position < before || position > end { openPage(at: position) }
    if position < gapPosition {
      let start = placeInHead(of: position)
      gapEnd -= gapStart - start
      memory.move(start..<gapStart, to: gapEnd)
      gapStart = start
    } else if position > gapPosition {
      let start = placeInTail(of: position)
      memory.move(gapEnd..<start, to: gapStart)
      gapStart += start - gapEnd
      gapEnd = start
    }
    gapPosition = position
  }

  /// The place in memory of the scalar at a position of the open page before the gap, or at its end.
  @inline(__always)
  func placeInHead(of position: Int) -> Int {
    memory.place(ofScalar: position - before, of: gapPosition - before, in: head)
  }

  /// The place in memory of the scalar at a position of the open page behind the gap, or at its end.
  @inline(__always)
  func placeInTail(of position: Int) -> Int {
    memory.place(ofScalar: position - gapPosition, of: end - gapPosition, in: tail)
  }
}

// From page to page.
extension ScalarBuffer {
  /// Closes the open page, and opens the last one that begins at a position or before.
  mutating func openPage(at position: Int) {
    let lag = lag
    closePage()
    let place = page(at: position, lag: lag)
    if place > open {
      for passed in open + 1...place { pages[passed].start += lag }
    } else if lag != 0 {
      for passed in place + 1..<open + 1 { pages[passed].start -= lag }
    }
    openPage(place, lag: lag)
  }

  /// Opens a page while none is open, the gap behind its bytes.
  mutating func openPage(_ place: Int, lag: Int = 0) {
    let page = pages[place]
    open = place
    slot = memory.places(of: page.slot)
    (gapStart, gapEnd) = (slot.lowerBound + page.byteCount, slot.upperBound)
    before = page.start
    gapPosition = place + 1 < pages.count ? pages[place + 1].start + lag : count
    behind = count - gapPosition
  }

  /// Closes the open page, and joins it with its neighbours where it has become small.
  private mutating func closePage() {
    memory.move(tail, to: gapStart)
    pages[open].byteCount = head.count + tail.count
    joinNext(to: open)
    if open > 0, joinNext(to: open - 1) { open -= 1 }
  }

  /// Joins a closed page and the next, where one is empty or both leave a quarter of a slot free.
  @discardableResult
  private mutating func joinNext(to place: Int) -> Bool {
    guard place + 1 < pages.count else { return false }
    let (page, next) = (pages[place], pages[place + 1])
    guard
      min(page.byteCount, next.byteCount) == 0
        || page.byteCount + next.byteCount <= PageMemory.slotSize * 3 / 4
    else { return false }
    let source = memory.places(of: next.slot).lowerBound
    let target = memory.places(of: page.slot).lowerBound + page.byteCount
    memory.move(source..<source + next.byteCount, to: target)
    memory.giveBack(next.slot)
    pages[place].byteCount += next.byteCount
    pages.remove(at: place + 1)
    return true
  }

  /// Puts what lies behind the gap on a page of its own, so that the gap reaches to the slot's end.
  mutating func divideAtGap() {
    guard !tail.isEmpty else { return }
    let next = Page(start: gapPosition - lag, slot: memory.takeSlot(), byteCount: tail.count)
    memory.move(tail, to: memory.places(of: next.slot).lowerBound)
    pages.insert(next, at: open + 1)
    gapEnd = slot.upperBound
    behind = count - gapPosition
  }

  /// Opens an empty page behind the open one, whose gap is at its end.
  mutating func openNewPage() {
    pages[open].byteCount = head.count
    open += 1
    pages.insert(Page(start: gapPosition, slot: memory.takeSlot()), at: open)
    slot = memory.places(of: pages[open].slot)
    (gapStart, gapEnd) = (slot.lowerBound, slot.upperBound)
    before = gapPosition
  }

  /// Lets the one page there is grow by so many bytes and some more, up to the size of a slot.
  mutating func growOnlyPage(by length: Int) {
    let used = head.count + tail.count + length
    let size = min(PageMemory.slotSize, used + used / 2 + 64)
    let tail = tail
    memory.grow(to: size)
    slot = 0..<size
    gapEnd = size - tail.count
    memory.move(tail, to: gapEnd)
  }
}
