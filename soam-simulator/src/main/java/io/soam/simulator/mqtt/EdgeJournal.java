package io.soam.simulator.mqtt;

import java.util.List;

/** Where an {@link EdgeBuffer} notes its content, to have it again after a restart. */
interface EdgeJournal extends AutoCloseable {

    /** What was added and not removed, oldest first. */
    List<EdgeMessage> restore();

    void added(EdgeMessage message);

    void removed(EdgeMessage message);

    @Override
    void close();

    /** Forgets: the buffer ends with its process. */
    static EdgeJournal inMemory() {
        return new EdgeJournal() {
            @Override
            public List<EdgeMessage> restore() {
                return List.of();
            }

            @Override
            public void added(EdgeMessage message) {}

            @Override
            public void removed(EdgeMessage message) {}

            @Override
            public void close() {}
        };
    }
}
