package io.soam.systemtest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A Delta table read without Delta: the files that are valid after all commits of its log. Files
 * that no commit names, as a killed writer leaves them, do not count.
 *
 * @param folder of the table
 */
record DeltaTable(Path folder) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Valid files; none while the table does not exist. */
    List<Path> files() {
        Set<String> valid = new LinkedHashSet<>();
        for (Path commit : commits()) {
            for (JsonNode action : actions(commit)) {
                if (action.path("add").has("deletionVector")) {
                    throw new AssertionError("Deletion vectors are not understood: " + commit);
                }
                if (action.has("add")) {
                    valid.add(action.path("add").path("path").textValue());
                }
                if (action.has("remove")) {
                    valid.remove(action.path("remove").path("path").textValue());
                }
            }
        }
        return valid.stream()
                .map(path -> folder.resolve(URLDecoder.decode(path, StandardCharsets.UTF_8)))
                .toList();
    }

    private List<Path> commits() {
        Path log = folder.resolve("_delta_log");
        if (!Files.isDirectory(log)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(log)) {
            List<Path> commits =
                    entries.filter(file -> file.getFileName().toString().matches("\\d{20}\\.json"))
                            .sorted()
                            .toList();
            for (int version = 0; version < commits.size(); version++) {
                String name = commits.get(version).getFileName().toString();
                if (Long.parseLong(name.substring(0, 20)) != version) {
                    throw new AssertionError("Commit %d of %s is missing".formatted(version, log));
                }
            }
            return commits;
        } catch (IOException e) {
            throw new AssertionError("Cannot list " + log, e);
        }
    }

    private static List<JsonNode> actions(Path commit) {
        try (Stream<String> lines = Files.lines(commit)) {
            return lines.map(DeltaTable::json).toList();
        } catch (IOException e) {
            throw new AssertionError("Cannot read " + commit, e);
        }
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new AssertionError("Not JSON: " + line, e);
        }
    }
}
