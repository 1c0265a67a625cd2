package io.soam.lake.control;

import java.util.List;
import javax.sql.DataSource;

/** Catalogues for tests of other packages. */
public final class BronzeCatalogues {

    private BronzeCatalogues() {}

    public static BronzeCatalogue of(DataSource dataSource, BronzeObserver observer) {
        BronzeCatalogue catalogue = new BronzeCatalogue();
        catalogue.dataSource = dataSource;
        catalogue.observedBy(List.of(observer));
        return catalogue;
    }
}
