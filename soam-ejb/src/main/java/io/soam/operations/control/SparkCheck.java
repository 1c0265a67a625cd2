package io.soam.operations.control;

import io.soam.enrichment.boundary.StreamsStatus;
import io.soam.enrichment.control.PipelineStatus;
import io.soam.enrichment.control.PipelineWatch;
import io.soam.lake.control.LakeQueries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Asks Spark a question, and whether the application that refines is heard of. */
@ApplicationScoped
class SparkCheck implements PartCheck {

    @Inject LakeQueries lake;
    @Inject PipelineWatch pipeline;

    @Override
    public Part part() {
        return Part.SPARK;
    }

    @Override
    public String check() {
        StreamsStatus status = PipelineStatus.of(pipeline.state());
        if (!status.isRunning()) {
            throw new IllegalStateException(
                    "The enrichment is "
                            + status.state()
                            + (status.message() == null ? "" : ": " + status.message()));
        }
        lake.check();
        return "Application " + status.applicationId();
    }
}
