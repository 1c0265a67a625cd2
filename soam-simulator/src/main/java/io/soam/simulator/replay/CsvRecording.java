package io.soam.simulator.replay;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Comma-separated values; the first line names the fields. Empty values are left out. */
record CsvRecording(Path file) implements Recording {

    @Override
    public void read(Listener listener) throws IOException, InterruptedException {
        try (CsvReader<CsvRecord> reader = reader()) {
            Iterator<CsvRecord> records = reader.iterator();
            if (!records.hasNext()) {
                return;
            }
            List<String> names = names(records.next());
            while (records.hasNext()) {
                tell(names, records.next(), listener);
            }
        } catch (CsvParseException e) {
            throw new IOException("%s: %s".formatted(file, e.getMessage()), e);
        }
    }

    private CsvReader<CsvRecord> reader() throws IOException {
        return CsvReader.builder()
                .commentStrategy(CommentStrategy.NONE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .detectBomHeader(true)
                .ofCsvRecord(file);
    }

    private List<String> names(CsvRecord header) throws IOException {
        List<String> names = header.getFields().stream().map(String::strip).toList();
        if (names.contains("") || new HashSet<>(names).size() < names.size()) {
            throw new IOException(file + ", line 1: each field needs a name of its own: " + names);
        }
        return names;
    }

    private static void tell(List<String> names, CsvRecord record, Listener listener)
            throws InterruptedException {
        long line = record.getStartingLineNumber();
        if (record.getFieldCount() != names.size()) {
            listener.malformed(
                    line, "%d fields, not %d".formatted(record.getFieldCount(), names.size()));
            return;
        }
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < names.size(); i++) {
            CsvValue.put(payload, names.get(i), record.getField(i));
        }
        listener.message(new RecordedMessage(line, Optional.empty(), payload));
    }
}
