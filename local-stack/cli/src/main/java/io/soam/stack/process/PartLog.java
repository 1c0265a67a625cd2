package io.soam.stack.process;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;

/** What a part has printed since its last start; the one before is kept as {@code NAME.log.1}. */
public record PartLog(Path path) {

    private static final int TAIL_BYTES = 256 * 1024;
    private static final int TELLING_LINES = 3;
    private static final int LINE_LENGTH = 300;
    private static final Pattern COLOUR = Pattern.compile("\u001B\\[[;\\d]*m");
    private static final Pattern NOISE = Pattern.compile("\\s+at .*|\\s*\\.\\.\\. \\d+ more");

    /** The gravest first. */
    private static final List<Pattern> TROUBLES =
            List.of(
                    Pattern.compile("\\b(FATAL|PANIC|ERROR)\\b|\\bOutOfMemoryError\\b"),
                    Pattern.compile("(?i)\\berror\\b|exception|\\bfailed\\b"));

    public void startAfresh() throws IOException {
        if (Files.exists(path)) {
            Files.move(
                    path,
                    path.resolveSibling(path.getFileName() + ".1"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        Files.createFile(path);
    }

    /** The last lines that tell of trouble, shortened; without any the last lines at all. */
    public List<String> tellingLines() throws IOException {
        List<String> lines =
                COLOUR.matcher(tail())
                        .replaceAll("")
                        .lines()
                        .filter(line -> !line.isBlank() && !NOISE.matcher(line).matches())
                        .toList();
        List<String> chosen =
                TROUBLES.stream()
                        .map(trouble -> lines.stream().filter(trouble.asPredicate()).toList())
                        .filter(troubles -> !troubles.isEmpty())
                        .findFirst()
                        .orElse(lines);
        return chosen.subList(Math.max(0, chosen.size() - TELLING_LINES), chosen.size()).stream()
                .map(line -> line.substring(0, Math.min(LINE_LENGTH, line.length())))
                .toList();
    }

    private String tail() throws IOException {
        if (!Files.exists(path)) {
            return "";
        }
        try (SeekableByteChannel channel = Files.newByteChannel(path)) {
            channel.position(Math.max(0, channel.size() - TAIL_BYTES));
            ByteBuffer end = ByteBuffer.allocate(TAIL_BYTES);
            while (end.hasRemaining() && channel.read(end) >= 0) {
                // until the buffer is full or the file ends
            }
            return StandardCharsets.UTF_8.decode(end.flip()).toString();
        }
    }
}
