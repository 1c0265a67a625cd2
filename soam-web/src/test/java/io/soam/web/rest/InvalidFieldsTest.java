package io.soam.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.soam.web.rest.InvalidFields.InvalidField;
import java.util.List;
import org.junit.jupiter.api.Test;

class InvalidFieldsTest {

    @Test
    void saysWhereAndWhat() {
        Problem problem = InvalidFields.problem("page_size", "Give a whole number.");
        assertThat(problem.httpStatus()).isEqualTo(422);
        assertThat(problem.detail())
                .isEqualTo(
                        List.of(
                                new InvalidField(
                                        List.of("page_size"),
                                        "Give a whole number.",
                                        "value_error")));
    }

    @Test
    void namesFieldsAsTheJsonDoes() {
        assertThat(InvalidFields.snakeCase("dataRetentionDays")).isEqualTo("data_retention_days");
        assertThat(InvalidFields.snakeCase("NotBlank")).isEqualTo("not_blank");
        assertThat(InvalidFields.snakeCase("page")).isEqualTo("page");
    }
}
