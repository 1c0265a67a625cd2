package io.soam.spark.lake;

import io.delta.tables.DeltaTable;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.types.StructField;

/** The tables below one root, such as {@code s3a://lake}. */
public final class Lake {

    private static final String APPLICATION = "soam-enrichment";

    private final SparkSession spark;
    private final String root;

    public Lake(SparkSession spark, String root) {
        this.spark = spark;
        this.root = root.endsWith("/") ? root.substring(0, root.length() - 1) : root;
    }

    public SparkSession spark() {
        return spark;
    }

    /** Full path of an object or a table. */
    public String path(String key) {
        return root + "/" + key;
    }

    /**
     * Creates the tables that do not exist, empty, gives all of them their SQL names, and adds the
     * columns that a table of an earlier version lacks.
     */
    public void createTables() {
        Set<String> databases = new HashSet<>();
        for (LakeTable table : LakeTable.values()) {
            String path = path(table.path());
            String database = table.sqlName().substring(0, table.sqlName().indexOf('.'));
            if (databases.add(database)) {
                spark.sql(
                        "CREATE DATABASE IF NOT EXISTS "
                                + database
                                + " LOCATION '"
                                + path(database)
                                + "'");
            }
            boolean exists = DeltaTable.isDeltaTable(spark, path);
            spark.sql(
                    "CREATE TABLE IF NOT EXISTS "
                            + table.sqlName()
                            + (exists ? "" : " (" + table.schema().toDDL() + ")")
                            + " USING delta"
                            + (exists ? "" : " PARTITIONED BY (" + table.partitionColumn() + ")")
                            + " LOCATION '"
                            + path
                            + "'"
                            // A checkpoint costs as much as a batch; readers here keep the log in
                            // memory.
                            + (exists ? "" : " TBLPROPERTIES ('delta.checkpointInterval' = '50')"));
            if (exists) {
                addMissingColumns(table);
            }
        }
    }

    private void addMissingColumns(LakeTable table) {
        Set<String> present = Set.of(read(table).columns());
        String missing =
                Arrays.stream(table.schema().fields())
                        .filter(field -> !present.contains(field.name()))
                        .map(StructField::toDDL)
                        .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            spark.sql("ALTER TABLE " + table.sqlName() + " ADD COLUMNS (" + missing + ")");
        }
    }

    public Dataset<Row> read(LakeTable table) {
        return spark.read().format("delta").load(path(table.path()));
    }

    /** Appends rows, unless the batch has done so already. */
    public void append(LakeTable table, Dataset<Row> rows, long batchId) {
        rows.write()
                .format("delta")
                .mode("append")
                .option("txnAppId", APPLICATION)
                .option("txnVersion", batchId)
                .save(path(table.path()));
    }

    /**
     * Puts rows in the place of all rows of the partitions they belong to, unless the batch has
     * done so already. One commit that readers see as a whole. What is in those partitions must
     * have been merged into the rows before, so this is for tables whose partitions are small;
     * Delta's own MERGE would plan and run two joins.
     */
    public void replacePartitions(
            LakeTable table, Collection<String> partitions, Dataset<Row> rows, long batchId) {
        rows.write()
                .format("delta")
                .mode("overwrite")
                .option("replaceWhere", inPartitions(table, partitions))
                .option("txnAppId", APPLICATION)
                .option("txnVersion", batchId)
                .save(path(table.path()));
    }

    /** The rows of some partitions. */
    public Dataset<Row> read(LakeTable table, Collection<String> partitions) {
        return read(table).where(inPartitions(table, partitions));
    }

    private static String inPartitions(LakeTable table, Collection<String> partitions) {
        return partitions.stream()
                .map(partition -> "'" + partition + "'")
                .collect(Collectors.joining(", ", table.partitionColumn() + " IN (", ")"));
    }

    /** Version that the table has now. */
    public long version(LakeTable table) {
        return DeltaLog.forTable(spark, path(table.path())).unsafeVolatileSnapshot().version();
    }

    /** What is wrong with the object store; empty if it answers. */
    public Optional<String> trouble() {
        try {
            FileSystem files =
                    FileSystem.get(
                            URI.create(root + "/"), spark.sparkContext().hadoopConfiguration());
            files.getFileStatus(new Path(path(LakeTable.SILVER.path() + "/_delta_log")));
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("The object store does not answer: " + e.getMessage());
        }
    }
}
