package io.soam.web.sources;

/**
 * A stream of a data source.
 *
 * @param id its ingestion id
 * @param label what tells it from the others, such as its topic; the whole id if it is the only one
 */
public record SourceStream(String id, String label) {

    static SourceStream of(String sourceId, String id) {
        boolean own = id.length() > sourceId.length() + 1;
        return new SourceStream(id, own ? id.substring(sourceId.length() + 1) : id);
    }
}
