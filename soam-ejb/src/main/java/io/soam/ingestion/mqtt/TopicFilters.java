package io.soam.ingestion.mqtt;

import io.soam.ingestion.connector.InvalidSourceConfigurationException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a source subscribes to.
 *
 * @param topics topic filters as configured, wildcards allowed
 * @param shared whether the replicas share the messages among them
 * @param group name of the group that shares
 */
record TopicFilters(List<String> topics, boolean shared, String group) {

    private static final String SHARE = "$share/";
    private static final int LONGEST = 65_535;

    /**
     * @throws InvalidSourceConfigurationException if a broker would refuse one of them
     */
    TopicFilters {
        topics = topics.stream().distinct().toList();
        if (topics.isEmpty()) {
            throw new InvalidSourceConfigurationException(
                    "No topic is given. Give at least one topic filter, such as city/sensors/#.");
        }
        topics.forEach(TopicFilters::check);
        if (shared && !isGroup(group)) {
            throw new InvalidSourceConfigurationException(
                    "The shared group '"
                            + group
                            + "' cannot be used. Give it a name without /, + and #.");
        }
    }

    /** The filters as the broker must see them. */
    List<String> subscriptions() {
        return topics.stream()
                .map(
                        topic ->
                                shared && !topic.startsWith(SHARE)
                                        ? SHARE + group + "/" + topic
                                        : topic)
                .toList();
    }

    /** The filters without any share: to listen beside the others instead of taking from them. */
    List<String> unshared() {
        return topics.stream().map(TopicFilters::withoutShare).toList();
    }

    /** Whether every replica may subscribe without any message coming twice. */
    boolean spreadOverReplicas() {
        return subscriptions().stream().allMatch(filter -> filter.startsWith(SHARE));
    }

    private static String withoutShare(String topic) {
        return topic.startsWith(SHARE) ? topic.split("/", 3)[2] : topic;
    }

    private static boolean isGroup(String name) {
        return !name.isEmpty() && name.chars().noneMatch(c -> "/+#\0".indexOf(c) >= 0);
    }

    /** The rules of MQTT 5, section 4.7: a mistake here would otherwise end the connection. */
    private static void check(String topic) {
        String problem = problem(topic);
        if (problem != null) {
            throw new InvalidSourceConfigurationException(
                    "The topic filter '" + topic + "' " + problem + ".");
        }
    }

    private static String problem(String topic) {
        if (topic.startsWith(SHARE)) {
            String[] parts = topic.split("/", 3);
            return parts.length < 3 || !isGroup(parts[1])
                    ? "is no shared subscription, which has the form $share/GROUP/FILTER"
                    : problem(parts[2]);
        }
        if (topic.isBlank()) {
            return "is empty";
        }
        if (topic.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            return "is longer than 65,535 bytes";
        }
        if (topic.indexOf('\0') >= 0) {
            return "holds a null character";
        }
        return problemOfLevels(topic.split("/", -1));
    }

    private static String problemOfLevels(String[] levels) {
        for (int i = 0; i < levels.length; i++) {
            boolean hash = levels[i].contains("#");
            if (hash && (levels[i].length() > 1 || i < levels.length - 1)) {
                return "has a # that is not the whole last level";
            }
            if (levels[i].contains("+") && levels[i].length() > 1) {
                return "has a + that is not a whole level";
            }
        }
        return null;
    }
}
