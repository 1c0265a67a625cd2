package io.soam.sparkconnect;

import java.sql.Date;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import scala.collection.Iterable;
import scala.jdk.javaapi.CollectionConverters;

/** Turns what Spark hands out, Scala collections included, into JDK types. */
final class Values {

    private Values() {}

    static List<Object> of(Row row) {
        List<Object> values = new ArrayList<>(row.length());
        for (int i = 0; i < row.length(); i++) {
            values.add(of(row.get(i)));
        }
        return values;
    }

    private static Object of(Object value) {
        if (value instanceof Timestamp timestamp) {
            return timestamp.toInstant();
        }
        if (value instanceof Date date) {
            return date.toLocalDate();
        }
        if (value instanceof scala.collection.Map<?, ?> map) {
            Map<Object, Object> copy = new LinkedHashMap<>();
            CollectionConverters.asJava(map).forEach((key, item) -> copy.put(of(key), of(item)));
            return copy;
        }
        if (value instanceof Iterable<?> items) {
            List<Object> copy = new ArrayList<>();
            CollectionConverters.asJava(items).forEach(item -> copy.add(of(item)));
            return copy;
        }
        return value instanceof Row row ? of(row) : value;
    }
}
