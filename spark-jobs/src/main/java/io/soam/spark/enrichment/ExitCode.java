package io.soam.spark.enrichment;

/** Why the application has ended; docs/pipeline-contract.md lists them. */
enum ExitCode {
    STOPPED(0),
    FAILED(1),
    WRONG_ARGUMENTS(2),
    FENCED(3),
    ORPHANED(4);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
