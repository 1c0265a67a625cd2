package io.soam.batch.enrichment;

import io.soam.lake.control.LakeConfig;
import io.soam.lake.control.SparkConnectConfig;
import io.soam.platform.control.PlatformConfig;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.launcher.SparkLauncher;

/**
 * Launches the application as {@code docs/pipeline-contract.md} says; no secret is on its command
 * line.
 */
@ApplicationScoped
class SparkLaunch {

    private static final String MAIN = "io.soam.spark.enrichment.EnrichmentMain";

    /**
     * Variables of ours that the application has no use for, this server's own secrets among them.
     */
    private static final String OURS = "SOAM_";

    @Inject EnrichmentConfig config;

    @Inject LakeConfig lake;

    @Inject SparkConnectConfig connect;

    @Inject PlatformConfig platform;

    @Resource ManagedThreadFactory threads;

    /**
     * Starts the process and the reading of its output.
     *
     * @throws IOException if there is no such runtime, or it cannot be executed
     */
    SparkApplication launch(long epoch) throws IOException {
        Path scratch = Files.createDirectories(config.scratchDirectory());
        SparkLauncher launcher =
                new SparkLauncher(environment())
                        .setSparkHome(config.home())
                        .setAppResource(config.application())
                        .setMainClass(MAIN)
                        .setMaster(config.master())
                        .setAppName("soam-enrichment")
                        .setConf(SparkLauncher.DRIVER_MEMORY, config.driverMemory())
                        .setConf("spark.hadoop.fs.s3a.endpoint", lake.endpoint().toString())
                        .setConf("spark.hadoop.fs.s3a.endpoint.region", lake.region())
                        .setConf("spark.connect.grpc.binding.address", connect.host())
                        .setConf("spark.connect.grpc.binding.port", String.valueOf(connect.port()))
                        .setConf("spark.local.dir", scratch.toString())
                        .addAppArgs(arguments(epoch))
                        .directory(scratch.toFile())
                        .redirectError();
        Process process = launcher.launch();
        SparkOutput output = new SparkOutput(process.getInputStream(), secrets());
        Thread reader = threads.newThread(output);
        reader.setName("spark-output-" + process.pid());
        reader.start();
        return new SparkApplication(process, output);
    }

    private String[] arguments(long epoch) {
        return new String[] {
            "--epoch", String.valueOf(epoch),
            "--lake", "s3a://" + lake.bucket(),
            "--database", config.databaseUrl(),
            "--database-user", platform.pipelineRole(),
            "--trigger-seconds", String.valueOf(config.triggerSeconds()),
            "--max-batch-rows", String.valueOf(config.maxBatchRows()),
            "--identify-hours", String.valueOf(config.identifyHours())
        };
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        System.getenv().keySet().stream()
                .filter(name -> name.startsWith(OURS))
                .forEach(name -> environment.put(name, ""));
        environment.put("SOAM_LAKE_ACCESS_KEY", lake.accessKey());
        environment.put("SOAM_LAKE_SECRET_KEY", lake.secretKey());
        environment.put("SOAM_PIPELINE_DB_PASSWORD", config.databasePassword());
        environment.put("SPARK_CONNECT_AUTHENTICATE_TOKEN", connect.token());
        environment.put("SPARK_LOCAL_IP", config.localAddress());
        return environment;
    }

    private List<String> secrets() {
        return List.of(lake.secretKey(), config.databasePassword(), connect.token());
    }
}
