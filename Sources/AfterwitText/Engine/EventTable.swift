package import AfterwitEncoding

// Who made the events of a text, and how many units each has. One device's events in a row have
// numbers in a row and often one unit each, so they are one stretch. An event in the journal has an
// envelope of its own and so a stretch of its own; a history that names events by device and number
// alone, its envelopes all zero, is a stretch for each turn that a device had.

/// Events of one device with numbers in a row, each with as many units.
struct EventStretch: Hashable, Sendable {
  /// The index of the first event.
  var first: Int
  /// The number of the first unit.
  var firstUnit: Int
  /// How many units each has.
  var unitsEach: Int
  /// The device's place in the table.
  var device: Int
  /// The number of the first event in its device's log.
  var number: UInt64
  /// The envelope of each.
  var envelope: EnvelopeID
}

/// A device in a text's history whose events are known by its name and their numbers alone: each
/// scalar that it inserts or deletes is an event.
public struct TextAuthor: Hashable, Sendable {
  /// The device's place in the table of events.
  let place: Int
}

/// The names of a text's events and the numbers of their units.
package struct EventTable: Sendable {
  /// Each ends where the next begins, the last with the count.
  private(set) var stretches: [EventStretch] = []
  /// The devices in the order in which they first appear.
  package private(set) var devices: [DeviceID] = []
  package private(set) var count = 0
  private(set) var unitCount = 0
  private var places: [DeviceID: Int] = [:]
  /// The place of each device's last stretch.
  private var lastStretches: [Int] = []
  /// The order and the units of an event that would continue the last stretch.
  private var next = TextOrder(device: .zero, number: 0, envelope: .zero)
  private var nextUnits = -1
  /// The author of the last stretch, where its envelopes are zero.
  private var openAuthor = TextAuthor(place: -1)

  /// Adds an event.
  mutating func append(_ order: TextOrder, units: Int) {
    guard order.number == next.number, units == nextUnits, order == next else {
      return open(order, at: place(of: order.device), count: 1, units: units)
    }
    next.number &+= 1
    count += 1
    unitCount += units
  }

  /// Adds events of one device with numbers in a row.
  package mutating func append(_ order: TextOrder, count length: Int, units: Int) {
    append(order, units: units)
    guard length > 1 else { return }
    next.number &+= UInt64(length - 1)
    count += length - 1
    unitCount += (length - 1) * units
  }

  /// Adds an author's events from a number on.
  package mutating func append(
    _ number: UInt64, of author: TextAuthor, count length: Int, units: Int
  ) {
    if author == openAuthor, nextUnits == units, next.number == number {
      next.number &+= UInt64(length)
      count += length
      unitCount += length * units
    } else {
      open(
        TextOrder(device: devices[author.place], number: number, envelope: .zero),
        at: author.place, count: length, units: units)
    }
  }

  /// Names a device.
  package mutating func author(_ device: DeviceID) -> TextAuthor {
    TextAuthor(place: place(of: device))
  }

  /// Adds an author's next events, each of one unit.
  mutating func appendNext(of author: TextAuthor, count length: Int) {
    guard author == openAuthor, nextUnits == 1 else {
      guard length > 0 else { return }
      return append(nextNumber(of: author), of: author, count: length, units: 1)
    }
    next.number &+= UInt64(length)
    count += length
    unitCount += length
  }

  /// The number after the last event of a device.
  private func nextNumber(of author: TextAuthor) -> UInt64 {
    let last = lastStretches[author.place]
    guard last >= 0 else { return 1 }
    return stretches[last].number + UInt64(events(ofStretch: last).count)
  }

  /// How many events at the start of a stretch of another log are here.
  package func knownCount(of stretch: EventLog.Stretch) -> Int {
    guard let place = places[stretch.order.device] else { return 0 }
    // Two events with an envelope each may bear one number.
    guard stretch.order.envelope == .zero else { return index(of: stretch.order) == nil ? 0 : 1 }
    let next = nextNumber(of: TextAuthor(place: place))
    guard next > stretch.order.number else { return 0 }
    return Int(min(next - stretch.order.number, UInt64(stretch.events.count)))
  }

  /// The index of an event of this place in the order, or `nil` where there is none.
  package func index(of order: TextOrder) -> Int? {
    guard let device = places[order.device] else { return nil }
    for place in stretches.indices.reversed() where stretches[place].device == device {
      let stretch = stretches[place]
      let events = events(ofStretch: place)
      guard stretch.number <= order.number, stretch.envelope == order.envelope else { continue }
      let offset = order.number - stretch.number
      if offset < events.count { return events.lowerBound + Int(offset) }
    }
    return nil
  }

  /// Adds events of one device with numbers in a row as a stretch of their own.
  private mutating func open(
    _ order: TextOrder, at device: Int, count length: Int, units: Int
  ) {
    stretches.append(
      EventStretch(
        first: count, firstUnit: unitCount, unitsEach: units, device: device,
        number: order.number, envelope: order.envelope))
    lastStretches[device] = stretches.count - 1
    next = order
    next.number &+= UInt64(length)
    nextUnits = units
    openAuthor = TextAuthor(place: order.envelope == .zero ? device : -1)
    count += length
    unitCount += length * units
  }

  private mutating func place(of device: DeviceID) -> Int {
    if let place = places[device] { return place }
    devices.append(device)
    lastStretches.append(-1)
    places[device] = devices.count - 1
    return devices.count - 1
  }

  /// The events of the stretch at a place.
  func events(ofStretch place: Int) -> Range<Int> {
    stretches[place].first..<(place + 1 < stretches.count ? stretches[place + 1].first : count)
  }

  /// The order of an event among those inserted at one place.
  package func order(of event: Int) -> TextOrder {
    let stretch = stretches[place(of: event)]
    return TextOrder(
      device: devices[stretch.device], number: stretch.number + UInt64(event - stretch.first),
      envelope: stretch.envelope)
  }

  /// The units of an event.
  package func units(of event: Int) -> Range<Int> {
    guard event < count else { return unitCount..<unitCount }
    let stretch = stretches[place(of: event)]
    let start = stretch.firstUnit + (event - stretch.first) * stretch.unitsEach
    return start..<start + stretch.unitsEach
  }

  /// The units of events in a row.
  package func units(of events: Range<Int>) -> Range<Int> {
    units(of: events.lowerBound).lowerBound..<units(of: events.upperBound).lowerBound
  }

  /// The place in ``stretches`` of the one that holds an event.
  /// - Complexity: O(log *stretches*).
  func place(of event: Int) -> Int {
    stretches.lastIndex(notBeyond: event, by: \.first)
  }
}
