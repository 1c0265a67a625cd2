package io.soam.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may ask the metadata what, and what is answered to questions that cannot be. */
@SystemTest
class MetadataContractIT {

    private static final String FIGURE = "{\"metric_name\": \"accuracy\", \"metric_value\": 1}";

    private static Api nobody;
    private static Map<String, Api> people;
    private static String id;

    @BeforeAll
    static void publish(SoamStack stack) {
        nobody = stack.api();
        people =
                Stream.of("vera", "ulf", "alice")
                        .collect(Collectors.toMap(Function.identity(), nobody::as));
        id =
                new MetadataStream(stack)
                        .with(List.of("{\"mark\": \"" + UUID.randomUUID() + "\"}"))
                        .id();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/metadata/datasets",
                "/api/metadata/datasets/ID",
                "/api/metadata/datasets/ID/schema",
                "/api/metadata/datasets/ID/evolution",
                "/api/metadata/datasets/ID/quality",
                "/api/metadata/topics",
                "/api/metadata/current",
                "/api/metadata/stats",
                "/api/schema/datasets",
                "/api/schema/datasets/ID",
                "/api/schema/datasets/ID/evolution",
                "/api/schema/topics",
                "/api/schema/sources",
                "/api/schema/context"
            })
    void reading_isForViewersAndNobodyElse(String path) {
        String address = path.replace("ID", id);

        Answer answer = people.get("vera").get(address);
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        assertThat(answer.text("status")).isEqualTo("success");
        assertThat(answer.data().isContainerNode()).isTrue();
        assertThatIsError(nobody.get(address), 401, "unauthenticated");
        assertThatIsError(nobody.withToken("e30.e30.AAAA").get(address), 401, "unauthenticated");
    }

    @ParameterizedTest
    @CsvSource({"vera, 403", "ulf, 201", "alice, 201"})
    void adding_isForUsers(String user, int status) {
        assertThat(people.get(user).post(quality(id), FIGURE).status()).isEqualTo(status);
        assertThatIsError(nobody.post(quality(id), FIGURE), 401, "unauthenticated");
    }

    @ParameterizedTest
    @CsvSource({"vera, 403", "ulf, 403", "alice, 200"})
    void cleaningUp_isForAdministrators(String user, int status) {
        String address = "/api/metadata/cleanup?days_to_keep=3650";

        assertThat(people.get(user).post(address, "").status()).isEqualTo(status);
        assertThatIsError(nobody.post(address, ""), 401, "unauthenticated");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/metadata/datasets/no-such-stream",
                "/api/metadata/datasets/no-such-stream/schema",
                "/api/metadata/datasets/no-such-stream/evolution",
                "/api/metadata/datasets/no-such-stream/quality",
                "/api/metadata/datasets/'%20or%201=1",
                "/api/schema/datasets/no-such-stream",
                "/api/schema/datasets/no-such-stream/evolution"
            })
    void unknownDataset_isNotFound(String path) {
        assertThatIsError(people.get("vera").get(path), 404, "unknown_dataset");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such-stream", "' or 1=1 --"})
    void unknownDataset_getsNoFigure(String unknown) {
        String address = quality(unknown.replace(" ", "%20"));

        assertThatIsError(people.get("ulf").post(address, FIGURE), 404, "unknown_dataset");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/metadata/datasets?page=0",
                "/api/metadata/datasets?page=1000001",
                "/api/metadata/datasets?page=two",
                "/api/metadata/datasets?page_size=0",
                "/api/metadata/datasets?page_size=501",
                "/api/metadata/datasets?sort=nonsense",
                "/api/metadata/datasets?active_only=perhaps",
                "/api/metadata/datasets?q=no%00thing",
                "/api/metadata/datasets?topic=no%00thing",
                "/api/metadata/datasets?source_type=no%00thing",
                "/api/metadata/datasets/no%00thing",
                "/api/metadata/datasets/ID/evolution?page=0",
                "/api/metadata/datasets/ID/evolution?page=2147483647",
                "/api/metadata/datasets/ID/evolution?page_size=501",
                "/api/metadata/datasets/ID/evolution?page_size=many",
                "/api/metadata/datasets/ID/quality?hours=0",
                "/api/metadata/datasets/ID/quality?hours=8761",
                "/api/metadata/datasets/ID/quality?hours=all",
                "/api/metadata/topics?page=0",
                "/api/metadata/topics?page_size=501",
                "/api/schema/datasets?page=0",
                "/api/schema/datasets/ID/evolution?page_size=0",
                "/api/schema/topics?page=x",
                "/api/schema/sources?page_size=501"
            })
    void parameterThatCannotBe_isExplained(String path) {
        assertThatIsError(people.get("vera").get(path.replace("ID", id)), 422, "validation_failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "3651", "all"})
    void daysThatCannotBe_areExplained(String days) {
        String address = "/api/metadata/cleanup?days_to_keep=" + days;

        assertThatIsError(people.get("alice").post(address, ""), 422, "validation_failed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                             | 400 | incomplete_quality_metric",
                "{\"metric_name\": \"a\"}                       | 400 | incomplete_quality_metric",
                "{\"metric_value\": 1}                          | 400 | incomplete_quality_metric",
                "{\"metric_name\": \" \", \"metric_value\": 1}  | 400 | incomplete_quality_metric",
                "{\"metric_name\": \"a\", \"metric_value\": \"x\"} | 400 | invalid_json",
                "{\"metric_name\": \"a\", \"metric_value\": NaN} | 400 | invalid_json",
                "{\"metric_name\":                              | 400 | invalid_json",
                "{\"metric_name\": \"LONG\", \"metric_value\": 1} | 422 | validation_failed",
                "{\"metric_name\": \"a\\u0000b\", \"metric_value\": 1} | 422 | validation_failed",
            })
    void figureThatCannotBe_isExplained(String body, int status, String code) {
        String sent = body.replace("LONG", "a".repeat(101));

        assertThatIsError(people.get("ulf").post(quality(id), sent), status, code);
    }

    private static String quality(String dataset) {
        return "/api/metadata/datasets/" + dataset + "/quality";
    }

    private static void assertThatIsError(Answer answer, int status, String code) {
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(status);
        assertThat(answer.text("status")).isEqualTo("error");
        assertThat(answer.text("code")).as("%s", answer.body()).isEqualTo(code);
        assertThat(answer.text("message")).isNotBlank().doesNotContain("Exception");
    }
}
