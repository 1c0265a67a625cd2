package io.soam.spark.catalogue;

/** Another application has been given the epoch: this one must write nothing more. */
public final class FencedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FencedException(long epoch) {
        super(
                "Epoch "
                        + epoch
                        + " has been replaced by a later launch. This application must end.");
    }
}
