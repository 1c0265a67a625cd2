package io.soam.stack.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;

/** What a part has printed since its last start; the one before is kept as {@code NAME.log.1}. */
public record PartLog(Path path) {

    private static final int TAIL_BYTES = 64 * 1024;
    private static final int TELLING_LINES = 3;
    private static final Pattern TROUBLE =
            Pattern.compile("(?i).*(\\bfatal\\b|\\berror\\b|exception|\\bfailed\\b|panic).*");
    private static final Pattern NOISE = Pattern.compile("\\s+at .*|\\s*\\.\\.\\. \\d+ more");

    public void startAfresh() throws IOException {
        if (Files.exists(path)) {
            Files.move(
                    path,
                    path.resolveSibling(path.getFileName() + ".1"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        Files.createFile(path);
    }

    /** The last lines that tell of trouble; without any the last lines at all. */
    public List<String> tellingLines() throws IOException {
        List<String> lines =
                tail().lines()
                        .filter(line -> !line.isBlank() && !NOISE.matcher(line).matches())
                        .toList();
        List<String> troubles =
                lines.stream().filter(line -> TROUBLE.matcher(line).matches()).toList();
        List<String> chosen = troubles.isEmpty() ? lines : troubles;
        return chosen.subList(Math.max(0, chosen.size() - TELLING_LINES), chosen.size());
    }

    private String tail() throws IOException {
        byte[] bytes = Files.exists(path) ? Files.readAllBytes(path) : new byte[0];
        int from = Math.max(0, bytes.length - TAIL_BYTES);
        return new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8);
    }
}
