package io.soam.ingestion.control;

/**
 * By what data sources can be sorted; the id decides between equals, so that pages never overlap.
 */
public enum SourceOrder {
    NAME("lower(s.name)"),
    TYPE_NAME("s.typeName"),
    STATUS("s.status"),
    LAST_CONNECTION("s.lastConnection");

    private final String expression;

    SourceOrder(String expression) {
        this.expression = expression;
    }

    /** An order and its direction. */
    public record Directed(SourceOrder by, boolean descending) {

        String clause() {
            return " order by "
                    + by.expression
                    + (descending ? " desc nulls last" : " nulls last")
                    + ", s.id";
        }
    }
}
