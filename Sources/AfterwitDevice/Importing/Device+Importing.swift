public import AfterwitExchange
internal import AfterwitStore

extension Device {
  /// Brings the entries of a source into the journal, as one command.
  ///
  /// What was imported before is known again: nothing comes twice, what was edited in the source since
  /// becomes a change of the same entry, and what was edited here stays. It is written in portions,
  /// each durable by itself; an import that was stopped is resumed by the same import.
  ///
  /// - Parameters:
  ///   - isDryRun: whether nothing is written.
  ///   - goOn: is told how many of how many entries were read; `false` stops the import.
  public func importEntries(
    from source: Source, format: SourceFormat, options: SourceOptions,
    choice: ImportChoice = ImportChoice(), isDryRun: Bool = false,
    goOn: (_ done: Int, _ all: Int) -> Bool = { _, _ in true }
  ) throws(DeviceFailure) -> ImportReport {
    try DeviceFailure.naming {
      let reader = SourceReader(source, format: format, options: options)
      let shapes = ImportShapes(standpoint: environment.standpoint)
      var survey = ImportSurvey()
      try reader.read { item in
        guard case .entry(let entry) = item else { return }
        let name = SourceName(entry, format: format)
        let imported = ImportedEntry(entry, choice, shapes: shapes)
        survey.add(name, version: SourceVersion.element(imported, key: name.key))
        if survey.count.isMultiple(of: 256), !goOn(0, 0) { throw ImportStop() }
      }
      try store.read { try survey.decide($0) }
      let all = survey.count
      var importer = Importer(
        self, format: format, choice: choice, shapes: shapes, survey: survey, isDryRun: isDryRun)
      var done = 0
      do {
        try reader.read { item in
          try importer.take(item)
          guard case .entry = item else { return }
          done += 1
          if done.isMultiple(of: 64) || done == all, !goOn(done, all) { throw ImportStop() }
        }
      } catch is ImportStop {
        importer.interrupt()
      }
      try importer.flush(isLast: true)
      return importer.report
    }
  }
}

/// Thrown where a person stops an import.
struct ImportStop: Error {}
