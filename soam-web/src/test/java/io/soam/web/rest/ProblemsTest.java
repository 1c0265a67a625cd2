package io.soam.web.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.soam.ingestion.boundary.PushRefusedException;
import io.soam.platform.boundary.NotPermittedException;
import io.soam.quarantine.boundary.QuarantineUnavailableException;
import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import jakarta.validation.ConstraintViolationException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemsTest {

    @Test
    void wrongRoleIs403() {
        assertThat(Problems.of(new EJBAccessException("JBOSS0: internal words")))
                .extracting(Problem::httpStatus, Problem::code)
                .containsExactly(403, "forbidden");
    }

    @Test
    void notPermittedIs403WithItsMessage() {
        assertThat(Problems.of(new NotPermittedException("Ask an administrator.")))
                .extracting(Problem::httpStatus, Problem::message)
                .containsExactly(403, "Ask an administrator.");
    }

    @Test
    void aLakeThatIsAwayIs503WithTheReason() {
        assertThat(
                        Problems.of(
                                new QuarantineUnavailableException(
                                        "lake_busy", "Try again.", "Spark has not answered.")))
                .isEqualTo(new Problem(503, "lake_busy", "Try again.", "Spark has not answered."));
    }

    @Test
    void lookBehindTheContainersException() {
        RuntimeException invalid = new ConstraintViolationException(Set.of());
        assertThat(Problems.of(new EJBException("wrapped", invalid)).httpStatus()).isEqualTo(422);
    }

    @Test
    void neverTellsWhatNobodyForesaw() {
        Problem problem = Problems.of(new IllegalStateException("password=secret at db:5432"));
        assertThat(problem.httpStatus()).isEqualTo(500);
        assertThat(problem.body().toString()).doesNotContain("secret").doesNotContain("5432");
    }

    @Test
    void brokenJsonIs400WithThePlace() {
        Throwable broken = catchThrowable(() -> JsonFormat.MAPPER.readTree("{\"name\":"));
        assertThat(Problems.of(broken))
                .extracting(Problem::httpStatus, Problem::code)
                .containsExactly(400, "invalid_json");
        assertThat(Problems.of(broken).message()).contains("line 1");
    }

    @Test
    void wrongShapeIs400WithoutClassNames() {
        Throwable wrong =
                catchThrowable(
                        () -> JsonFormat.MAPPER.readValue("{\"page\":[]}", java.util.UUID.class));
        assertThat(Problems.of(wrong).message()).contains("expected shape").doesNotContain("java");
    }

    @ParameterizedTest
    @CsvSource({
        "UNKNOWN,404,push_unknown",
        "NOT_RUNNING,409,push_not_running",
        "NOT_PERMITTED,403,push_not_permitted",
        "TOO_LARGE,413,push_too_large",
        "UNSUPPORTED,415,push_unsupported",
        "INVALID,400,push_invalid",
        "NOT_STORED,503,push_not_stored"
    })
    void refusedMessagesHaveAStatusOfTheirOwn(
            PushRefusedException.Reason reason, int status, String code) {
        assertThat(Problems.of(new PushRefusedException(reason, "Send it again.")))
                .isEqualTo(Problem.of(status, code, "Send it again."));
    }

    @Test
    void statusesOfTheServerHaveWords() {
        assertThat(Problems.ofStatus(401).code()).isEqualTo("unauthenticated");
        assertThat(Problems.ofStatus(418).httpStatus()).isEqualTo(418);
        assertThat(Problems.ofStatus(503).code()).isEqualTo("internal_error");
    }
}
