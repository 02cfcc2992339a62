internal import AfterwitCausality
internal import AfterwitEncoding
internal import AfterwitText

extension EventLog {
  /// Appends all columns but the text's.
  func appendColumns(to writer: inout ColumnWriter) {
    var columns = HistoryColumns()
    var numbers = [UInt64](repeating: 1, count: table.devices.count)
    var cursors = [Int](repeating: 0, count: table.devices.count)
    let stretches = stretches(of: 0..<count)
    for (place, stretch) in stretches.enumerated() {
      let (device, number) = (stretch.device, stretch.order.number)
      columns.devices.append(count: device)
      columns.numbers.append(signed: Int(Int64(bitPattern: number &- numbers[device])))
      columns.counts.append(count: stretch.events.count)
      columns.units.append(count: stretch.unitsEach)
      numbers[device] = number &+ UInt64(stretch.events.count)
      columns.append(parents: stretch.parents, of: place, in: stretches)
      columns.append(runs, in: table.units(of: stretch.events), cursor: &cursors[device])
    }
    writer.append(table.devices.flatMap(\.bytes))
    columns.write(into: &writer)
    writer.append(markColumn)
    writer.append(
      stretches.flatMap { $0.order.envelope == .zero ? [] : $0.order.envelope.bytes })
  }

  private var markColumn: [UInt8] {
    var builder = ByteBuilder()
    for mark in marks {
      builder.append(count: mark.event)
      builder.append(count: mark.offset)
      var operation = ByteBuilder()
      TextOperation.encode([mark.operation], into: &operation)
      builder.append(blob: operation.bytes)
    }
    return builder.bytes
  }
}
