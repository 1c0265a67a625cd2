package io.soam.simulator.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.DSYNC;
import static java.nio.file.StandardOpenOption.WRITE;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A journal of JSON lines, {@code {"add":7,"topic":"…","payload":"…"}} and {@code {"remove":7}},
 * written through to the disk. It is rewritten whenever most of it has become history. A last line
 * without an end was being written when the process died and does not count.
 *
 * <p>Not safe for use by several threads: its buffer sees to that.
 */
final class FileJournal implements EdgeJournal {

    private static final int MOSTLY_HISTORY = 1000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final Map<Long, EdgeMessage> content = new LinkedHashMap<>();
    private FileChannel channel;
    private int history;

    /**
     * Opens or creates a journal.
     *
     * @throws UncheckedIOException if the file cannot be read or written
     */
    FileJournal(Path file) {
        this.file = file.toAbsolutePath();
        try {
            Files.createDirectories(this.file.getParent());
            if (Files.exists(this.file)) {
                read();
            }
            rewrite();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot open the buffer file " + this.file, e);
        }
    }

    @Override
    public List<EdgeMessage> restore() {
        return List.copyOf(content.values());
    }

    @Override
    public void added(EdgeMessage message) {
        content.put(message.number(), message);
        append(addition(message));
    }

    @Override
    public void removed(EdgeMessage message) {
        content.remove(message.number());
        append(JsonNodeFactory.instance.objectNode().put("remove", message.number()));
        history += 2;
        if (history > MOSTLY_HISTORY + 2 * content.size()) {
            try {
                rewrite();
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot rewrite the buffer file " + file, e);
            }
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot close the buffer file " + file, e);
        }
    }

    private void read() throws IOException {
        String text = Files.readString(file, UTF_8);
        String complete = text.substring(0, text.lastIndexOf('\n') + 1);
        for (String line : complete.lines().toList()) {
            replay(line);
        }
    }

    private void replay(String line) throws IOException {
        try {
            JsonNode entry = JSON.readTree(line);
            if (entry.has("add")) {
                long number = entry.get("add").longValue();
                content.put(
                        number,
                        new EdgeMessage(
                                number,
                                entry.path("topic").textValue(),
                                entry.path("payload").textValue()));
            } else {
                content.remove(entry.path("remove").longValue());
            }
        } catch (JsonProcessingException e) {
            throw new IOException("This is no buffer file, or a damaged one: " + file, e);
        }
    }

    private void rewrite() throws IOException {
        List<String> lines = new ArrayList<>();
        content.values().forEach(message -> lines.add(addition(message).toString()));
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.write(fresh, lines, UTF_8);
        if (channel != null) {
            channel.close();
        }
        Files.move(fresh, file, ATOMIC_MOVE, REPLACE_EXISTING);
        channel = FileChannel.open(file, CREATE, WRITE, APPEND, DSYNC);
        channel.force(true);
        history = 0;
    }

    private void append(ObjectNode entry) {
        ByteBuffer line = ByteBuffer.wrap((entry + "\n").getBytes(UTF_8));
        try {
            while (line.hasRemaining()) {
                channel.write(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to the buffer file " + file, e);
        }
    }

    private static ObjectNode addition(EdgeMessage message) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("add", message.number())
                .put("topic", message.topic())
                .put("payload", message.payload());
    }
}
