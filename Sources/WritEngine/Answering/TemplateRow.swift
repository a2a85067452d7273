/// Templates as they are written from: what every line needs lies in memory of its own, so that no reference to an array is
/// counted for a line.
final class TemplateRow: Sendable {
    /// A template in memory.
    struct Place {
        var pieces: UnsafeBufferPointer<AnswerTemplate.Piece>
        var bytes: UnsafePointer<UInt8>
        var because: Int32?
        /// For what only some pieces need.
        var template: UnsafePointer<AnswerTemplate>
    }

    nonisolated(unsafe) let places: UnsafePointer<Place>
    private nonisolated(unsafe) let templates: UnsafeMutableBufferPointer<AnswerTemplate>

    var count: Int { templates.count }

    init(_ templates: [AnswerTemplate]) {
        self.templates = .allocate(capacity: templates.count)
        _ = self.templates.initialize(from: templates)
        let places = UnsafeMutablePointer<Place>.allocate(capacity: templates.count)
        for (index, template) in templates.enumerated() {
            let pieces = UnsafeMutableBufferPointer<AnswerTemplate.Piece>.allocate(capacity: template.pieces.count)
            _ = pieces.initialize(from: template.pieces)
            let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(1, template.bytes.count))
            _ = bytes.initialize(from: template.bytes)
            (places + index).initialize(
                to: Place(
                    pieces: UnsafeBufferPointer(pieces), bytes: UnsafePointer(bytes.baseAddress!),
                    because: template.because, template: UnsafePointer(self.templates.baseAddress! + index)))
        }
        self.places = UnsafePointer(places)
    }

    deinit {
        for index in templates.indices {
            places[index].pieces.deallocate()
            places[index].bytes.deallocate()
        }
        places.deallocate()
        templates.deinitialize().deallocate()
    }
}
