package io.soam.ingestion.control;

/**
 * A data source that is to run, as far as one must know to see whether it does.
 *
 * @param revision raised by each change that its connector must be replaced for
 */
public record WantedSource(long id, String ingestionId, long revision) {

    boolean is(SourceDefinition definition) {
        return definition != null && definition.id() == id && definition.revision() == revision;
    }
}
