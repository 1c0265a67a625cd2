package io.soam.servers;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** The persistence unit of the server on a test database, without a container. */
public final class Persistence implements AutoCloseable {

    private final EntityManagerFactory factory;

    public Persistence(Database database) {
        factory =
                jakarta.persistence.Persistence.createEntityManagerFactory(
                        "soam",
                        Map.of(
                                "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                                "jakarta.persistence.jtaDataSource", database.dataSource(),
                                "jakarta.persistence.nonJtaDataSource", database.dataSource()));
    }

    public void inTransaction(Consumer<EntityManager> work) {
        call(
                entities -> {
                    work.accept(entities);
                    return null;
                });
    }

    public <T> T call(Function<EntityManager, T> work) {
        try (EntityManager entities = factory.createEntityManager()) {
            entities.getTransaction().begin();
            try {
                T result = work.apply(entities);
                entities.getTransaction().commit();
                return result;
            } finally {
                if (entities.getTransaction().isActive()) {
                    entities.getTransaction().rollback();
                }
            }
        }
    }

    @Override
    public void close() {
        factory.close();
    }
}
