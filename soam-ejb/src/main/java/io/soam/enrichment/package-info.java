/**
 * Refining: from bronze to silver and gold. The work is done by a Spark application; this component
 * decides what it works with ({@link io.soam.enrichment.control.PipelineConfigurations}), and knows
 * how it is doing; soam-batch launches it. The two meet in the database only
 * (docs/pipeline-contract.md).
 */
package io.soam.enrichment;
